/// Data of persons in a text: RUT, e-mail addresses and telephone numbers.
public enum PersonalData {
    /// What kind of data stands somewhere.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case rut, email, phone
    }

    /// What stands in place of masked data.
    public static let mask = "[dato personal]"

    /// The text with every RUT, e-mail address and telephone number masked. All else stays, to the last sign.
    public static func masked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let spans = spans(in: scalars)
        guard !spans.isEmpty else { return text }
        var masked = String.UnicodeScalarView()
        var index = 0
        for span in spans {
            masked.append(contentsOf: scalars[index..<span.range.lowerBound])
            masked.append(contentsOf: mask.unicodeScalars)
            index = span.range.upperBound
        }
        masked.append(contentsOf: scalars[index...])
        return String(masked)
    }

    struct Span {
        var kind: Kind
        var range: Range<Int>
    }

    /// Every piece of data, left to right, without overlaps.
    static func spans(in scalars: [Unicode.Scalar]) -> [Span] {
        let addresses = emails(in: scalars)
        var spans = addresses.map { Span(kind: .email, range: $0) }
        var next = 0
        for run in numberRuns(in: scalars) {
            while next < addresses.count, addresses[next].upperBound <= run.range.lowerBound { next += 1 }
            if next < addresses.count, addresses[next].overlaps(run.range) { continue }
            spans += run.personalData(in: scalars)
        }
        return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func emails(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var floor = 0
        for at in scalars.indices where scalars[at] == "@" && at >= floor {
            var start = at
            while start > floor, at - start < 64, isName(scalars[start - 1]) { start -= 1 }
            while start < at, scalars[start] == "." || scalars[start] == "-" { start += 1 }
            var end = at + 1
            var lastPoint: Int?
            while end < scalars.count, end - at < 255, isName(scalars[end]), scalars[end] != "+" {
                if scalars[end] == "." { lastPoint = end }
                end += 1
            }
            // A point that ends the sentence is not part of the address.
            while let point = lastPoint, point == end - 1 {
                end = point
                lastPoint = scalars[(at + 1)..<end].lastIndex(of: ".")
            }
            guard start < at, let point = lastPoint, point > at + 1, end - point > 2,
                scalars[point + 1].properties.isAlphabetic
            else { continue }
            found.append(start..<end)
            floor = end
        }
        return found
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || [".", "_", "-", "+", "%"].contains(scalar)
    }
}
