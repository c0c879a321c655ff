import ArgumentParser
import DisplayWidth
import Language
import Rendering
import Results

/// `branda templates DIR`: the shipped templates as files, to be changed.
struct TemplatesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "templates", abstract: Texts.spoken("command.templates"))
  }

  @Argument(help: .text("argument.templates", valueName: "option.folder"))
  var folder: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    // What is there may have been changed already.
    let present = Set((try? FileSystem().list(folder)) ?? [])
    if let name = TemplateSet.shippedFiles.map(\.name).first(where: present.contains) {
      throw Failure(
        "exit.template-exists", ["file": .text((folder + "/" + name).madeVisible)],
        exit: .cannotCreate)
    }
    try Files.makeFolder(folder)
    for file in TemplateSet.shippedFiles {
      let path = folder + "/" + file.name
      try Files.write(file.bytes, to: path)
      console.say("common.written", ["file": .text(path.madeVisible)])
    }
  }
}
