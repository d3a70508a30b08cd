/// Texts nobody means anything by, the same in every run.
enum RandomText {
    /// Short texts of scalars from everywhere, with the ones that chats really carry more often.
    static let texts: [String] = {
        var random = SplitMix(state: 7)
        let common = Array(
            "aeioAEIOnñáÑ0123456789 \n\t,.;:-/¿?¡!()'\"@#%º°\u{301}\u{303}\u{200D}\u{FE0F}\u{20E3}👍👎🏽🔟①".unicodeScalars
        )
        return (0..<1_500).map { _ in
            var view = String.UnicodeScalarView()
            for _ in 0..<Int(random.next() % 24) {
                if random.next() % 4 != 0 {
                    view.append(common[Int(random.next() % UInt64(common.count))])
                } else if let scalar = Unicode.Scalar(UInt32(random.next() % 0x11_0000)) {
                    view.append(scalar)
                }
            }
            return String(view)
        }
    }()

    /// Pieces that mean something, thrown together.
    static let phrases: [String] = {
        var random = SplitMix(state: 11)
        let pieces = [
            "no", "si", "sé", "ya", "15", "2", "de", "marzo", "lunes", "próximo", "semana", "fin", "mes", "más",
            "tiempo", "5",
            "minutos", "saltar", "porque", ":", ",", "/", "-", "y", "veinte", "cien", "unirme", "ABC234", "la", "a",
            "segundo",
            "99999999999999999999", "en", "días", "hundred", "and", "", "\n", "🙏", "por", "favor", "/saltar", "@",
        ]
        return (0..<3_000).map { _ in
            (0..<Int(random.next() % 7)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined(separator: random.next() % 3 == 0 ? "" : " ")
        }
    }()

    /// A hundred thousand characters of one kind after another.
    static let long: [String] = [
        "a", " ", "no ", "sí, ", "1 ", "1,", "1/", "é", "e\u{301}", "\u{301}", "👍", "👩‍🏫", "veinte ", "mas tiempo ",
        "saltar ", "/", "\n",
        "?", "-", "が", "й\u{301}",
    ].map { String(repeating: $0, count: 100_000 / $0.unicodeScalars.count) }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
