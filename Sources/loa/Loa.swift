// loa: the commands, and nothing else: each reads its arguments, calls the module that does the work, and prints.

internal import ArgumentParser
internal import Foundation
internal import Speech
internal import Station

/// The root command.
struct Loa: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loa",
    abstract: text(
      "Loa Làng: biến thông báo của xã thành chương trình phát trên loa.",
      "Loa Làng: a commune's notices to broadcasts on its loudspeakers."),
    discussion: text(
      "Đặt LOA_LANG=en để xem tiếng Anh. Đặt LOA_HOME để chọn thư mục của đài.",
      "Vietnamese without LOA_LANG=en. LOA_HOME chooses the station's directory."),
    version: Station.version,
    subcommands: [
      EmergencyCommand.self, InitCommand.self, ConfigCommand.self, KeyCommand.self, SubmitCommand.self, InboxCommand.self,
      ListCommand.self,
      ShowCommand.self, EditCommand.self, ReplaceCommand.self, WithdrawCommand.self, PreviewCommand.self, ApproveCommand.self,
      RejectCommand.self, ReadCommand.self, LexiconCommand.self, SayCommand.self, RenderCommand.self, MasterCommand.self,
      MeterCommand.self, PlanCommand.self, SimulateCommand.self, PlayCommand.self, RunCommand.self, StatusCommand.self,
      LogCommand.self, BackupCommand.self,
      RestoreCommand.self, CleanCommand.self, VoicesCommand.self, DoctorCommand.self,
    ])
}

@main
enum Main {
  /// The command named first, parsed alone: the parser then looks into no other command. What it does not take is parsed
  /// from the root, for the help and the complaints.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let name = arguments.first,
      let type = Loa.configuration.subcommands.first(where: {
        $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
      }),
      type.configuration.subcommands.isEmpty, let command = try? type.parseAsRoot(Array(arguments.dropFirst())),
      Swift.type(of: command) == type
    {
      return command
    }
    return try Loa.parseAsRoot()
  }

  /// Parses, runs, and ends with 0, 1, 64, 65 or 69; only here does the program exit.
  static func main() async {
    // A file-size limit is an error like a full disk, a closed pipe the end of the output: neither is the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    // A worker process of our own: no parsing, it must be ready within milliseconds.
    if CommandLine.arguments.dropFirst().first == SpeechWorker.argument { SpeechWorker.run() }
    do {
      var command = try parsed()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Terminal.complain(failure.sentence)
      exit(failure.code.rawValue)
    } catch {
      ParserWords.exit(for: error)
    }
  }
}
