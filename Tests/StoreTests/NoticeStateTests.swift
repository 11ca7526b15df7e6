import Store
import Testing

@Suite struct NoticeStateTests {
  private static let later = NoticeID(number: 9)
  private static let states: [NoticeState] = [
    .submitted, .read, .approved(by: "Lan"), .rendered, .scheduled, .aired(2), .expired, .rejected(reason: "sai"), .withdrawn,
    .replaced(by: later),
  ]
  private static let steps: [NoticeState.Step] = [
    .read, .approve(by: "Lan"), .render, .schedule, .air, .expire, .reject(reason: "sai"), .withdraw, .replace(by: later), .edit,
    .voidApproval(reason: "audio"),
  ]

  @Test func aNoticeLivesFromSubmissionToExpiry() throws {
    var state = NoticeState.submitted
    for step in [NoticeState.Step.read, .approve(by: "Lan"), .render, .schedule, .air, .air, .expire] {
      state = try state.after(step)
    }
    #expect(state == .expired)
    #expect(try NoticeState.scheduled.after(.air) == .aired(1))
    #expect(try NoticeState.aired(1).after(.air) == .aired(2))
  }

  @Test(arguments: states) func onlyAnApprovedNoticeCanAir(state: NoticeState) {
    let airs = (try? state.after(.air)) != nil
    #expect(airs == (state == .scheduled || state == .aired(2)))
    let schedules = (try? state.after(.schedule)) != nil
    #expect(schedules == (state == .rendered))
    let approves = (try? state.after(.approve(by: "Lan"))) != nil
    #expect(approves == (state == .read))
  }

  @Test(arguments: states) func whatIsOverStaysOverButARejectedNoticeMayBeEdited(state: NoticeState) {
    guard !state.isLive else { return }
    for step in Self.steps {
      let after = try? state.after(step)
      #expect(after == nil || (state == .rejected(reason: "sai") && step == .edit && after == .submitted))
    }
  }

  @Test(arguments: states) func editingAlwaysAsksForApprovalAnew(state: NoticeState) {
    guard let after = try? state.after(.edit) else { return }
    #expect(after == .submitted && !after.mayAir)
  }

  @Test(arguments: states) func everyIllegalStepIsASentenceThatSaysWhatToDo(state: NoticeState) {
    for step in Self.steps {
      do { _ = try state.after(step) } catch {
        #expect(error.vietnamese.contains("«\(state.vietnamese)»") && error.vietnamese.hasSuffix("."))
        #expect(error.english.contains("«\(state.english)»") && error.english.contains("«loa") || error.english.hasSuffix("."))
      }
    }
  }

  @Test func statesAreFoundByWhatOfficersCallThem() {
    #expect(NoticeState.named("Chờ duyệt") == "read" && NoticeState.named("aired") == "aired" && NoticeState.named("x") == nil)
    #expect(Set(NoticeState.namesInVietnamese.map(\.name)).isSubset(of: NoticeState.names))
  }

  @Test(arguments: [("TB7", 7), ("tb 12", 12), ("3", 3)]) func idsAreReadAsPeopleWriteThem(written: String, number: Int) {
    #expect(NoticeID(written: written)?.number == number)
  }

  @Test(arguments: ["", "TB", "TB0", "x7", "7a", "-1", "99999999999999999999"]) func whatIsNoIdIsNone(written: String) {
    #expect(NoticeID(written: written) == nil)
  }
}
