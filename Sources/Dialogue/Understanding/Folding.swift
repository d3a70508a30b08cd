/// A key for comparing what people type: lower-cased, without accents (ñ becomes n), invisible characters or skin tones,
/// with single spaces and without punctuation at either end. Never for display. Linear in the length of the text.
///
/// Precomposed and decomposed letters fold alike. Marks of scripts other than Latin stay, they are no decoration there.
public func folded(_ text: String) -> String { Fold.string(Fold.scalars(of: text)[...]) }

/// The words of a text: its folded runs of letters and digits, without emoji and punctuation.
func words(of text: String) -> [String] {
    Fold.scalars(of: text).split { !$0.isWordPart }.map(Fold.string)
}

private struct Fold {
    var kept: [Unicode.Scalar] = []
    var space = false
    /// Whether a combining mark belongs to the last letter; a mark on a Latin letter is an accent and goes.
    var bearsMarks = false

    /// The folded text, scalar by scalar.
    static func scalars(of text: String) -> [Unicode.Scalar] {
        var fold = Fold()
        fold.kept.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { fold.add(scalar) }
        while let last = fold.kept.last, last == " " || last.isEdge { fold.kept.removeLast() }
        return fold.kept
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { room in
            var end = 0
            for scalar in scalars {
                for letter in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    room.initializeElement(at: end, to: letter)
                    end += 1
                }
            }
            return end
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            addASCII(scalar)
        } else if let plain = scalar.plainSpanish {
            emit(plain)
        } else {
            addOther(scalar)
        }
    }

    private mutating func separate() {
        space = true
        bearsMarks = false
    }

    private mutating func addASCII(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "0"..."9":
            emit(scalar)
        case "A"..."Z":
            emit(Unicode.Scalar(UInt8(scalar.value) + 32))
        case " ", "\t", "\n", "\r", "\u{0B}", "\u{0C}":
            separate()
        case "'", "`":
            break
        default:
            if scalar.value > 0x20, scalar.value < 0x7F {
                emit(scalar)
            }
        }
    }

    private mutating func addOther(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch scalar {
        case "\u{20E3}", "\u{2800}":
            // The keycap around a digit, so that two of them stay two numbers; a blank braille cell.
            separate()
            return
        case "🔟":
            emit("1")
            emit("0")
            return
        case "°":
            emit("º")
            return
        case "‘", "’", "´", "¨", "ʼ", "′":
            return
        default:
            break
        }
        if properties.isWhitespace {
            separate()
            return
        }
        if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier {
            return
        }
        switch properties.generalCategory {
        case .control, .format:
            return
        case .nonspacingMark, .spacingMark, .enclosingMark:
            if bearsMarks {
                kept.append(scalar)
            }
            return
        default:
            break
        }
        if let digit = scalar.plainDigit {
            emit(digit)
            return
        }
        for lower in properties.lowercaseMapping.unicodeScalars {
            addLower(lower)
        }
    }

    private mutating func addLower(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark:
            if bearsMarks {
                kept.append(scalar)
            }
        default:
            for plain in scalar.plainLatin {
                emit(plain)
            }
        }
    }

    private mutating func emit(_ scalar: Unicode.Scalar) {
        if kept.isEmpty, scalar.isEdge {
            bearsMarks = false
            space = false
            return
        }
        if space, !kept.isEmpty {
            kept.append(" ")
        }
        space = false
        kept.append(scalar)
        bearsMarks = !scalar.isASCII && scalar.properties.isAlphabetic
    }
}

extension Unicode.Scalar {
    /// Whether this stands in a word rather than between words.
    fileprivate var isWordPart: Bool {
        switch self {
        case "a"..."z", "0"..."9":
            return true
        default:
            guard !isASCII else { return false }
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: return true
            default: return properties.isAlphabetic
            }
        }
    }

    /// Whether this is dropped at the ends of a text: punctuation, and the signs chats use to format.
    fileprivate var isEdge: Bool {
        switch self {
        case "!"..."#", "%"..."*", ","..."/", ":"...";", "?"..."@", "["..."`", "{", "}", "~": return true
        case _ where isASCII: return false
        default: break
        }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .modifierSymbol:
            return true
        default:
            return false
        }
    }

    /// The accented letters of Spanish, which is nearly every one we see.
    fileprivate var plainSpanish: Unicode.Scalar? {
        switch self {
        case "á", "Á": "a"
        case "é", "É": "e"
        case "í", "Í": "i"
        case "ó", "Ó": "o"
        case "ú", "Ú", "ü", "Ü": "u"
        case "ñ", "Ñ": "n"
        default: nil
        }
    }

    /// A digit of another style or script (１, ①, ²) as the digit it means.
    fileprivate var plainDigit: Unicode.Scalar? {
        guard let type = properties.numericType, type != .numeric, let value = properties.numericValue,
            value >= 0, value <= 9
        else { return nil }
        return Unicode.Scalar(UInt8(value) + 48)
    }

    /// The Latin letters under this one's accents and strokes; itself where there is nothing to take away.
    fileprivate var plainLatin: [Unicode.Scalar] {
        if (0xFF41...0xFF5A).contains(value) {
            return [Unicode.Scalar(UInt8(value - 0xFF41 + 0x61))]
        }
        guard (0xC0...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value) else { return [self] }
        switch self {
        case "ß": return ["s", "s"]
        case "æ": return ["a", "e"]
        case "œ": return ["o", "e"]
        case "ı": return ["i"]
        default: break
        }
        // Unicode names say it: "LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE".
        let name = (properties.name ?? "").split(separator: " ")
        guard name.count > 4, name.starts(with: ["LATIN", "SMALL", "LETTER"]), name[4] == "WITH", name[3].count <= 2
        else {
            return [self]
        }
        return Array(name[3].lowercased().unicodeScalars)
    }
}
