extension CAPAlert.Info {
  /// - Parameter points: how many polygon points the message holds so far.
  init(_ element: CAPElement, points: inout Int) throws(CAPRefusal) {
    language = try element.text("language") ?? "en-US"
    categories = try element.choices("category", Category.self)
    if categories.isEmpty { throw .missingField("category", line: element.line) }
    event = try element.required("event").value
    responseTypes = try element.choices("responseType", ResponseType.self)
    urgency = try element.choice("urgency", Urgency.self)
    severity = try element.choice("severity", Severity.self)
    let certainty = try element.required("certainty")
    // CAP 1.0's word, which 1.2 asks to be taken as Likely.
    self.certainty = certainty.value == "Very Likely" ? .likely : try certainty.choice()
    audience = try element.text("audience")
    eventCodes = try element.namedValues("eventCode")
    effectiveMilliseconds = try element.date("effective")
    onsetMilliseconds = try element.date("onset")
    expiresMilliseconds = try element.date("expires")
    senderName = try element.text("senderName")
    headline = try element.text("headline")
    description = try element.text("description")
    instruction = try element.text("instruction")
    web = try element.text("web")
    contact = try element.text("contact")
    parameters = try element.namedValues("parameter")
    var areas: [CAPArea] = []
    for area in element.all("area") { areas.append(try CAPArea(area, points: &points)) }
    self.areas = areas
  }
}
