extension Checks {
    /// A word as lists know it: lower case, no accents, `ñ` as `n`, chat spelling written out. It is kept as numbers,
    /// so that lists are searched without looking at letters.
    struct Key: Equatable, Sendable {
        /// The whole word (FNV-1a of its letters). Keys are equal when their codes are.
        private(set) var code: UInt64 = 14_695_981_039_346_656_037
        /// Its first two letters: where lists are opened.
        private(set) var start: UInt64 = 0
        /// Its first sixteen letters, the last of them in the lowest byte.
        private(set) var head: UInt128 = 0
        /// Its last eight letters, the last in the lowest byte.
        private(set) var tail: UInt64 = 0
        /// How many letters it has, in UTF-8.
        private(set) var count = 0

        static let empty = Key()

        private init() {}

        init(_ letters: some Sequence<UInt8>) {
            for letter in letters { append(letter) }
        }

        @inline(__always)
        mutating func append(_ letter: UInt8) {
            code = (code ^ UInt64(letter)) &* 1_099_511_628_211
            if count < 2 { start = start &<< 8 | UInt64(letter) }
            if count < 16 { head = head &<< 8 | UInt128(letter) }
            tail = tail &<< 8 | UInt64(letter)
            count &+= 1
        }

        static func == (one: Key, other: Key) -> Bool { one.code == other.code }

        /// Its first letters, sixteen at most.
        func prefix(_ length: Int) -> UInt128 { head >> UInt128(8 * max(0, min(count, 16) - length)) }

        /// Its first letters, sixteen at most, and one more.
        func prefix(_ length: Int, then last: UInt8) -> Key {
            var key = Key()
            for letters in 0..<min(16, length) { key.append(UInt8(truncatingIfNeeded: prefix(letters + 1))) }
            key.append(last)
            return key
        }

        /// Whether it begins with another, of sixteen letters at most.
        func hasPrefix(_ beginning: Key) -> Bool {
            count >= beginning.count && prefix(beginning.count) == beginning.head
        }

        /// Whether it ends in another, of eight letters at most.
        func hasSuffix(_ ending: Key) -> Bool {
            count >= ending.count && (tail ^ ending.tail) & (UInt64.max >> (64 - 8 * ending.count)) == 0
        }
    }
}

extension Checks.Key: ExpressibleByStringLiteral {
    init(stringLiteral letters: StaticString) {
        self = letters.withUTF8Buffer { Checks.Key($0) }
    }
}
