internal import Foundation
internal import Subprocess

/// Word and OpenDocument files through pandoc, when it is installed.
enum DocumentImport {
  /// The document as Markdown.
  static func text(of path: String, kind: String) async throws(ProductionError) -> String {
    do {
      return DocumentText(try await convert(path, kind: kind)).notice
    } catch let error as ProductionError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .pandocMissing(path: path)
    } catch {
      throw .pandocFailed(path: path, reason: "\(error)")
    }
  }

  private static func convert(_ path: String, kind: String) async throws -> String {
    try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask {
        // --sandbox: pandoc reads the named file and nothing else. Grid tables hold cells of several lines.
        let result = try await run(
          .name("pandoc"),
          arguments: [
            "+RTS", "-M512M", "-RTS", "--sandbox", "--standalone", "--wrap=none", "--from", kind, "--to",
            "markdown_strict+grid_tables+yaml_metadata_block-raw_html", "--", path,
          ],
          output: .string(limit: 4 << 20), error: .string(limit: 64 << 10))
        guard result.terminationStatus.isSuccess else {
          let said = result.standardError.split(separator: "\n").first.map(String.init)
          throw ProductionError.pandocFailed(path: path, reason: said ?? "\(result.terminationStatus)")
        }
        return result.standardOutput
      }
      group.addTask {
        try await Task.sleep(for: .seconds(deadlineSeconds))
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let text = first else {
        throw ProductionError.pandocFailed(path: path, reason: "no answer within \(deadlineSeconds) s")
      }
      return text
    }
  }

  private static let deadlineSeconds = 30
}
