benchmarkYAML()
benchmarkLoad()
