benchmarkYAML()
benchmarkLoad()
benchmarkAnswer()
