import DSP
import PCM
import Testing

@Suite struct EBUComplianceTests {
  @Test(arguments: EBUSignal.all) func theMeterReadsTheSignalWithinTolerance(signal: EBUSignal) {
    let value = signal.read(LoudnessMeter.measure(signal.sound))
    #expect(signal.tolerance.contains(value), "\(signal.name): \(value), expected \(signal.expected)")
  }

  @Test func allSignalsAreThere() {
    #expect(EBUSignal.all.count == 61)
  }
}
