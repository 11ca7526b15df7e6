internal import Station

/// A station's status as Prometheus reads it. Titles and sentences are not in it: every new one would be a series kept for ever.
struct PrometheusText: Sendable, Hashable {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  let families: [MetricFamily]

  init(_ status: StationStatus) { families = Self.station(status) + Self.outputs(status.outputs) }

  /// Ends in a line feed, as the format wants.
  var text: String { families.map(\.description).joined() }

  private static func station(_ status: StationStatus) -> [MetricFamily] {
    [
      MetricFamily(.gauge, "loa_build_info", "The program's version.", [sample(1, "version", status.version)]),
      MetricFamily(
        .gauge, "loa_start_time_seconds", "When the service started, in seconds after 1970.",
        seconds(status.startedUnixMilliseconds)),
      MetricFamily(
        .gauge, "loa_status_time_seconds", "When the service last looked after its station, in seconds after 1970.",
        seconds(status.unixMilliseconds)),
      MetricFamily(
        .gauge, "loa_clock_trusted", "Whether the wall clock is believed; nothing airs by the schedule before.",
        truth(status.isClockTrusted)),
      MetricFamily(
        .gauge, "loa_clock_synchronised", "Whether the wall clock is set by the network.", truth(status.isClockSynchronised)),
      MetricFamily(.gauge, "loa_alarms", "Alarms that are up.", Double(status.alarms.count)),
      MetricFamily(
        .gauge, "loa_last_error_time_seconds", "When the newest kept error happened, in seconds after 1970.",
        status.lastErrors.map(\.unixMilliseconds).max().map(seconds)),
      MetricFamily(
        .gauge, "loa_next_slot_time_seconds", "When the next planned slot begins, in seconds after 1970.",
        status.nextUnixMilliseconds.map(seconds)),
      MetricFamily(
        .counter, "loa_slots_total", "Slots that have ended since the start, by how they ended.",
        [
          sample(status.slots.played, "outcome", "played"), sample(status.slots.interrupted, "outcome", "interrupted"),
          sample(status.slots.skipped, "outcome", "skipped"), sample(status.slots.missed, "outcome", "missed"),
        ]),
      MetricFamily(.gauge, "loa_spooled_rows", "Log rows that the database does not have yet.", Double(status.spooledRows)),
      MetricFamily(.gauge, "loa_disk_free_bytes", "Free space on the station's disk.", status.freeBytes.map(Double.init)),
    ]
  }

  private static func outputs(_ outputs: [StationStatus.Output]) -> [MetricFamily] {
    func family(
      _ kind: MetricFamily.Kind, _ name: String, _ help: String, _ value: (StationStatus.Output) -> Double?
    ) -> MetricFamily {
      MetricFamily(
        kind, name, help,
        outputs.compactMap { output in
          value(output).map { MetricFamily.Sample(labels: [MetricFamily.Label(name: "output", value: output.name)], value: $0) }
        })
    }
    // Silence is minus infinity on a scale of decibels.
    return [
      family(.gauge, "loa_output_open", "Whether the loudspeakers' device is open.") { truth($0.isOpen) },
      family(.gauge, "loa_output_playing", "Whether a slot is on air.") { truth($0.slot != nil) },
      family(.counter, "loa_output_faults_total", "Times the device failed since the start.") { Double($0.faults) },
      family(.counter, "loa_output_xruns_total", "Times the device ran out of sound since the start.") { Double($0.xruns) },
      family(.counter, "loa_output_late_frames_total", "Frames of silence in place of sound that came late.") {
        Double($0.lateFrames)
      },
      family(.counter, "loa_output_frames_total", "Frames handed to the device since the start.") { Double($0.frames) },
      family(.gauge, "loa_output_peak_dbfs", "Peak of the last 100 ms, in decibels of full scale.") {
        $0.peakDecibels ?? -.infinity
      },
      family(.gauge, "loa_output_rms_dbfs", "Level (RMS) of the last 100 ms, in decibels of full scale.") {
        $0.rmsDecibels ?? -.infinity
      },
      family(.gauge, "loa_output_proof_correlation", "How far what was captured is what was sent, 0-1.") {
        $0.proof?.correlation
      },
      family(.gauge, "loa_output_proof_level_dbfs", "Level of what was captured, in decibels of full scale.") {
        $0.proof?.levelDecibels
      },
    ]
  }

  private static func sample(_ value: Int, _ label: String, _ text: String) -> MetricFamily.Sample {
    MetricFamily.Sample(labels: [MetricFamily.Label(name: label, value: text)], value: Double(value))
  }

  private static func seconds(_ milliseconds: Int) -> Double { Double(milliseconds) / 1000 }
  private static func truth(_ value: Bool) -> Double { value ? 1 : 0 }
}
