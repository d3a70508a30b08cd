extension Checks {
    /// A word spelled as lists know it, letter by letter, and how it was written.
    struct KeyWriter {
        private(set) var key = Key.empty
        private(set) var hasLetter = false
        private(set) var hasTilde = false
        private(set) var endsAccented = false
        /// How many letters and digits were written, and how many of them in capitals.
        private(set) var count = 0
        private(set) var capitals = 0
        private var last: Unicode.Scalar = " "
        private var repeated = 0
        /// The key before the last letter was repeated.
        private var single = Key.empty

        mutating func add(_ scalar: Unicode.Scalar) {
            count += 1
            endsAccented = false
            switch scalar {
            case "a"..."z", "0"..."9":
                append(scalar)
            case "A"..."Z", "À"..."Ö", "Ø"..."Þ":
                capitals += 1
                addLower(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "ß"..."ÿ", "@":
                addLower(scalar)
            default:
                addOther(scalar)
            }
        }

        static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
        }

        private mutating func addLower(_ scalar: Unicode.Scalar) {
            let base = Self.base(of: scalar)
            endsAccented = base != scalar && scalar != "ñ"
            hasTilde = hasTilde || scalar == "ñ"
            append(base)
        }

        private mutating func addOther(_ scalar: Unicode.Scalar) {
            let properties = scalar.properties
            if properties.generalCategory == .nonspacingMark {
                count -= 1
                endsAccented = scalar == "\u{301}"
                hasTilde = hasTilde || scalar == "\u{303}"
                return
            }
            capitals += properties.isUppercase ? 1 : 0
            for lower in properties.lowercaseMapping.unicodeScalars
            where lower.properties.generalCategory != .nonspacingMark {
                addLower(lower)
            }
        }

        /// "nooo" is "no", but "leen" and "carrera" keep their pairs, and numbers their digits.
        @inline(__always)
        private mutating func append(_ base: Unicode.Scalar) {
            if base == last, base > "9" {
                repeated += 1
                if repeated == 1 { single = key }
                if repeated == 2 { key = single }
                if repeated >= 2 { return }
            } else {
                repeated = 0
                last = base
            }
            if base.isASCII {
                key.append(UInt8(truncatingIfNeeded: base.value))
                hasLetter = hasLetter || base > "9"
            } else {
                for letter in String(base).utf8 { key.append(letter) }
                hasLetter = hasLetter || base.properties.isAlphabetic
            }
        }

        private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
            if scalar.isASCII { return scalar == "@" ? "o" : scalar }
            return switch scalar {
            case "á", "à", "â", "ä", "ã", "å": "a"
            case "é", "è", "ê", "ë": "e"
            case "í", "ì", "î", "ï": "i"
            case "ó", "ò", "ô", "ö", "õ": "o"
            case "ú", "ù", "û", "ü": "u"
            case "ñ": "n"
            case "ç": "c"
            default: scalar
            }
        }
    }
}
