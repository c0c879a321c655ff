benchmarkYAML()
benchmarkLoad()
benchmarkAnswer()
benchmarkScoring()
