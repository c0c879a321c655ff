benchmarkYAML()
