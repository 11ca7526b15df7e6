import Foundation
import Station

/// A station on air now, with everything told.
func sampleStatus() throws -> StationStatus {
  let text = """
    {"unixMilliseconds": 1777500002000, "ageMilliseconds": 900, "isClockTrusted": true, "isClockSynchronised": false, "outputs": [
      {"name": "cột chính", "isOpen": true, "slot": "2026-05-01 sáng 1", "title": "Bản tin \\"sáng\\"", "faults": 1, "xruns": 2,
        "lateFrames": 480, "frames": 96000, "peakDecibels": -3.5, "rmsDecibels": -20.25,
        "proof": {"item": "chào", "correlation": 0.93, "levelDecibels": -31.5}},
      {"name": "xóm", "isOpen": false, "faults": 0, "xruns": 0, "lateFrames": 0, "frames": 0}],
    "nextTitle": "Họp thôn", "nextUnixMilliseconds": 1777600000500, "alarms": [], "emergencies": [], "startedUnixMilliseconds": 1777500000250,
    "slots": {"played": 5, "interrupted": 1, "skipped": 2, "missed": 3}, "spooledRows": 7, "freeBytes": 123456789012,
    "lastErrors": [{"unixMilliseconds": 1777500001000, "vietnamese": "Hỏng", "english": "Broken"}], "version": "1.0.0"}
    """
  return try JSONDecoder().decode(StationStatus.self, from: Data(text.utf8))
}
