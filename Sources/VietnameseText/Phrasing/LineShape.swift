/// What a line is in the notice, and what stands before its text.
struct LineShape {
  var role: Utterance.Role
  /// Where the text proper begins; bullets and blanks before it are silent.
  var body: Int
  /// The number or letter of an item, said before its text.
  var marker: Match?
  var isCapitals: Bool
}
