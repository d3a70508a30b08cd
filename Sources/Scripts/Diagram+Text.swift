/// How wide a text is likely to be, in the units of the drawing: a little more than in most fonts, so that it fits.
func width(of text: String, size: Double, bold: Bool = false) -> Double {
    var ems = 0.0
    for character in text {
        let em =
            switch character {
            case "i", "j", "l", "í", "ì", "|", "!", "'", "’", ".", ",", ":", ";", "·": 0.31
            case " ", "f", "t", "r", "(", ")", "[", "]", "-", "“", "”", "‹", "›", "1": 0.42
            case "m", "w", "M", "W", "@", "%", "—", "…": 0.95
            case let other where other.unicodeScalars.contains { $0.value > 0x2E80 }: 1.3
            case let other where other.isUppercase: 0.69
            default: 0.575
            }
        ems += em
    }
    return ems * size * (bold ? 1.05 : 1)
}

/// How wide a name in a fixed pitch is.
func fixedWidth(of name: String, size: Double) -> Double {
    Double(name.count) * size * 0.602
}

/// A text in lines no wider than a limit, at most so many; what is left out becomes «…».
func wrapped(_ text: String, size: Double, width limit: Double, lines most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
        let longer = line.isEmpty ? word : line + " " + word
        if width(of: longer, size: size) <= limit {
            line = longer
        } else {
            if !line.isEmpty { lines.append(line) }
            line = word
        }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
        lines = Array(lines.prefix(most))
        lines[most - 1] += "…"
    }
    return lines.map { cut($0, size: size, width: limit) }
}

/// A line that fits, without its end where it must be.
func cut(_ text: String, size: Double, width limit: Double) -> String {
    guard width(of: text, size: size) > limit else { return text }
    var text = text
    while !text.isEmpty, width(of: text + "…", size: size) > limit { text.removeLast() }
    return text + "…"
}

/// A text as it stands in XML: no markup, and no character that XML does not know.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\n", "\t": result.unicodeScalars.append(scalar)
        case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): break
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// A length as it is written: whole where it is whole, one decimal otherwise.
func shown(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
}
