extension Checks {
    /// A set of numbers that does not change, none of them zero: the codes of words, or their starts.
    struct Codes: Sendable {
        private var slots: [UInt64]
        private let mask: Int

        init(_ codes: some Collection<UInt64>) {
            var size = 8
            while size < codes.count * 2 { size *= 2 }
            slots = Array(repeating: 0, count: size)
            mask = size - 1
            for code in codes { slots[slot(of: code)] = code }
        }

        /// How many places there are, empty ones included.
        var size: Int { slots.count }

        func contains(_ code: UInt64) -> Bool { place(of: code) != nil }

        /// Where a number stands, from zero up to the size.
        func place(of code: UInt64) -> Int? {
            let slot = slot(of: code)
            return slots[slot] == code && code != 0 ? slot : nil
        }

        /// Where a number stands, or else where it would.
        private func slot(of code: UInt64) -> Int {
            var slot = Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
            while slots[slot] != code, slots[slot] != 0 { slot = (slot + 1) & mask }
            return slot
        }
    }

    /// How the words of a list begin: a quick look before the list is searched. Every pair of letters has its own bit;
    /// signs that are no letters share theirs, so that it may say yes to a word that is not there, never no to one that is.
    struct Starts: Sendable {
        private var bits: [UInt32]

        init(_ starts: some Sequence<UInt64>) {
            bits = Array(repeating: 0, count: 32)
            for start in starts { bits[Self.row(start)] |= Self.bit(start) }
        }

        func mayContain(_ start: UInt64) -> Bool { bits[Self.row(start)] & Self.bit(start) != 0 }

        private static func row(_ start: UInt64) -> Int { Int(truncatingIfNeeded: start >> 8 & 31) }

        private static func bit(_ start: UInt64) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: start & 31) }
    }

    /// What is known of words, by such numbers; it does not change.
    struct CodeTable<Found: Sendable>: Sendable {
        private let codes: Codes
        private var found: [Found?]

        init(_ entries: some Collection<(key: UInt64, value: Found)>) {
            codes = Codes(entries.map(\.key))
            found = Array(repeating: nil, count: codes.size)
            for (code, entry) in entries {
                if let place = codes.place(of: code) { found[place] = entry }
            }
        }

        subscript(code: UInt64) -> Found? { codes.place(of: code).flatMap { found[$0] } }
    }
}
