extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }

    /// Letters, digits and `_`: what names of bots are made of.
    var isUsernameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }

    /// Letters, digits, `_` and `-`: what tokens, secrets and codes in links are made of.
    var isTokenByte: Bool { isUsernameByte || self == UInt8(ascii: "-") }
}
