extension Checks {
    /// A word as a number (FNV-1a of its letters), so that lists are searched without comparing letters.
    static func code(_ letters: some Sequence<UInt8>) -> UInt64 {
        var code: UInt64 = 14_695_981_039_346_656_037
        for byte in letters { code = (code ^ UInt64(byte)) &* 1_099_511_628_211 }
        return code
    }

    static func code(_ word: String) -> UInt64 { code(word.utf8) }

    /// The first two letters of a word as a number: where lists are opened.
    static func start(of letters: some Collection<UInt8>) -> UInt64 {
        var rest = letters.makeIterator()
        guard let first = rest.next() else { return 0 }
        return rest.next().map { UInt64(first) << 8 | UInt64($0) } ?? UInt64(first)
    }

    /// A set of numbers that does not change.
    struct Codes: Sendable {
        private var slots: [UInt64?]
        private let mask: UInt64

        init(_ codes: some Collection<UInt64>) {
            var size = 8
            while size < codes.count * 2 { size *= 2 }
            slots = Array(repeating: nil, count: size)
            mask = UInt64(size - 1)
            for code in codes {
                var slot = first(code)
                while let taken = slots[slot], taken != code { slot = (slot + 1) & Int(mask) }
                slots[slot] = code
            }
        }

        func contains(_ code: UInt64) -> Bool {
            var slot = first(code)
            while let taken = slots[slot] {
                if taken == code { return true }
                slot = (slot + 1) & Int(mask)
            }
            return false
        }

        private func first(_ code: UInt64) -> Int {
            Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 32 & mask)
        }
    }
}
