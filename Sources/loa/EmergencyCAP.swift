internal import Foundation
struct EmergencyCAP {
  let path: String
  let options: EmergencyOptions
  func run() async throws {}
}
