import DSP
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct KWeightingTests {
  @Test func coefficientsAt48KilohertzAreTheStandardsTables() {
    let weighting = KWeighting(rateHertz: 48_000)
    let tables: [(Double, Double)] = [
      (weighting.shelf.b0, 1.53512485958697), (weighting.shelf.b1, -2.69169618940638),
      (weighting.shelf.b2, 1.19839281085285), (weighting.shelf.a1, -1.69065929318241),
      (weighting.shelf.a2, 0.73248077421585), (weighting.highPass.b0, 1), (weighting.highPass.b1, -2),
      (weighting.highPass.a1, -1.99004745483398), (weighting.highPass.a2, 0.99007225036621),
    ]
    for (mine, table) in tables { #expect(abs(mine - table) < 1e-9) }
  }

  @Test(arguments: [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 64_000, 88_200, 96_000, 176_400, 192_000])
  func otherRatesFollowTheResponseAt48Kilohertz(rate: Int) {
    let mine = KWeighting(rateHertz: Double(rate))
    let standard = KWeighting(rateHertz: 48_000)
    for part in stride(from: 0.001, through: 0.4, by: 0.004) {
      let hertz = part * Double(rate)
      guard hertz < 20_000 else { continue }
      let ratio =
        mine.magnitude(atHertz: hertz, rateHertz: Double(rate)) / standard.magnitude(atHertz: hertz, rateHertz: 48_000)
      #expect(abs(20 * log10(ratio)) < 0.02, "\(hertz) Hz")
    }
  }
}
