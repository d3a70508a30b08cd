/// Reads JSON from bytes that anybody may have touched: what is wrong throws, nothing traps.
///
/// It only builds what is asked for; the rest is skipped, down to a depth of `Limits.stateDepth`.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    /// Whether an object or a list has just been entered, so that no comma comes.
    private var isFirst = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    // MARK: Objects and lists

    /// Goes into an object or a list.
    mutating func enter(_ bracket: Unicode.Scalar) throws(StateCodingError) {
        try take(UInt8(ascii: bracket))
        isFirst = true
    }

    /// The next key of the object; `nil` at its end, which is left behind. Its value must be read or skipped.
    mutating func nextKey() throws(StateCodingError) -> String? {
        try nextField() ? key() : nil
    }

    /// Whether the object goes on, with a key; its end is left behind.
    mutating func nextField() throws(StateCodingError) -> Bool {
        try isMore(before: UInt8(ascii: "}"))
    }

    mutating func key() throws(StateCodingError) -> String {
        let key = try string()
        try take(UInt8(ascii: ":"))
        return key
    }

    /// Whether exactly these bytes come, such as `"turn":`; they are left behind.
    mutating func takes(_ written: [UInt8]) -> Bool {
        guard bytes.count - index >= written.count, bytes[index] == UInt8(ascii: "\""),
            bytes[index..<index + written.count].elementsEqual(written)
        else { return false }
        index += written.count
        return true
    }

    /// Whether the list goes on; its end is left behind.
    mutating func nextElement() throws(StateCodingError) -> Bool {
        try isMore(before: UInt8(ascii: "]"))
    }

    private mutating func isMore(before close: UInt8) throws(StateCodingError) -> Bool {
        defer { isFirst = false }
        if next == close {
            index += 1
            return false
        }
        if !isFirst { try take(UInt8(ascii: ",")) }
        return true
    }

    // MARK: Values

    /// The first byte of what comes, after white space; 0 at the end.
    var next: UInt8 {
        mutating get {
            while index < bytes.count {
                switch bytes[index] {
                case 0x20, 0x09, 0x0A, 0x0D: index += 1
                default: return bytes[index]
                }
            }
            return 0
        }
    }

    /// Throws unless only white space is left.
    mutating func finish() throws(StateCodingError) {
        _ = next
        guard index == bytes.count else { throw malformed }
    }

    mutating func bool() throws(StateCodingError) -> Bool {
        let isTrue = next == UInt8(ascii: "t")
        try take(word: isTrue ? "true" : "false")
        return isTrue
    }

    /// Whether nothing stands here; that nothing is left behind.
    mutating func isNull() throws(StateCodingError) -> Bool {
        guard next == UInt8(ascii: "n") else { return false }
        try take(word: "null")
        return true
    }

    /// A whole number, without a fraction or an exponent.
    mutating func number() throws(StateCodingError) -> Int64 {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let start = index
        var number: Int64 = 0
        while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
            let (tens, tooBig) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.subtractingReportingOverflow(Int64(digit))
            guard !tooBig, !overflow else { throw malformed }
            number = sum
            index += 1
        }
        guard index > start else { throw malformed }
        guard !isNegative else { return number }
        guard number != .min else { throw malformed }
        return -number
    }

    mutating func string() throws(StateCodingError) -> String {
        try take(UInt8(ascii: "\""))
        let start = index
        index = bytes.withUnsafeBufferPointer { bytes in
            var end = start
            while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x5C, bytes[end] >= 0x20 { end += 1 }
            return end
        }
        guard index < bytes.count else { throw malformed }
        if bytes[index] == 0x22 {
            defer { index += 1 }
            return try text(bytes.span.extracting(start..<index))
        }
        var plain = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22: return try text(plain.span)
            case 0x5C: plain.append(contentsOf: String(try escaped()).utf8)
            case ..<0x20: throw malformed
            default: plain.append(byte)
            }
        }
        throw malformed
    }

    private func text(_ bytes: Span<UInt8>) throws(StateCodingError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes))
        } catch {
            throw malformed
        }
    }

    private mutating func escaped() throws(StateCodingError) -> Unicode.Scalar {
        guard index < bytes.count else { throw malformed }
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x22, 0x2F, 0x5C: return Unicode.Scalar(byte)
        case 0x62: return "\u{8}"
        case 0x66: return "\u{C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75: break
        default: throw malformed
        }
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // Half of a pair: the other half must follow.
        try take(word: "\\u")
        let low = try hexadecimal()
        guard unit < 0xDC00, (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw malformed }
        return scalar
    }

    private mutating func hexadecimal() throws(StateCodingError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw malformed
            }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }

    /// Leaves a value behind, whatever it is.
    mutating func skip(depth: Int = 0) throws(StateCodingError) {
        guard depth < Limits.stateDepth else { throw error(.tooDeep) }
        switch next {
        case UInt8(ascii: "{"):
            try enter("{")
            while try nextKey() != nil { try skip(depth: depth + 1) }
        case UInt8(ascii: "["):
            try enter("[")
            while try nextElement() { try skip(depth: depth + 1) }
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): _ = try isNull()
        default:
            let start = index
            while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
            guard index > start else { throw malformed }
        }
    }

    // MARK: Bytes

    private mutating func take(_ byte: UInt8) throws(StateCodingError) {
        guard next == byte, index < bytes.count else { throw malformed }
        index += 1
    }

    private mutating func take(word: StaticString) throws(StateCodingError) {
        let end = index + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) }) else { throw malformed }
        index = end
    }

    private var malformed: StateCodingError { error(.malformed) }

    func error(_ problem: StateCodingError.Problem) -> StateCodingError {
        StateCodingError(problem: problem, offset: index)
    }
}
