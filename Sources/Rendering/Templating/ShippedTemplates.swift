import Diagnostics

extension TemplateSet {
  /// The shipped templates. Those that take others in stand after them.
  static let shipped: [(name: String, file: SourceFile)] = [
    ("table.md", PackageResources.table_md_mustache),
    ("block.md", PackageResources.block_md_mustache),
    ("section.md", PackageResources.section_md_mustache),
    ("page.md", PackageResources.page_md_mustache),
    ("table.html", PackageResources.table_html_mustache),
    ("figure.html", PackageResources.figure_html_mustache),
    ("block.html", PackageResources.block_html_mustache),
    ("section.html", PackageResources.section_html_mustache),
    ("contents.html", PackageResources.contents_html_mustache),
    ("header.html", PackageResources.header_html_mustache),
    ("footer.html", PackageResources.footer_html_mustache),
    ("style.css", PackageResources.style_css_mustache),
    ("print.css", PackageResources.print_css_mustache),
    ("page.html", PackageResources.page_html_mustache),
  ].map { name, bytes in (name, SourceFile(name: name + ending, bytes: bytes)) }
}
