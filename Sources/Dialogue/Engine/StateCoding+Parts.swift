extension String: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> String { try reader.string() }
    func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Bool: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Bool { try reader.bool() }
    func write(to writer: inout JSONWriter) { writer.write(self) }
}

/// Numbers that the engine counts with stay far from overflow.
extension Int64: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Int64 {
        let number = try reader.number()
        guard number.magnitude <= 1 << 53 else { throw reader.error(.unexpected) }
        return number
    }

    func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Int { Int(try Int64.read(&reader)) }
    func write(to writer: inout JSONWriter) { writer.write(Int64(self)) }
}

extension RawRepresentable<String> where Self: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Self {
        guard let value = Self(rawValue: try reader.string()) else { throw reader.error(.unexpected) }
        return value
    }

    func write(to writer: inout JSONWriter) { writer.write(rawValue) }
}

extension Mode: Stored {}
extension AnswerFlag: Stored {}
extension DialogueState.Status: Stored {}

extension Array: Stored where Element: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> [Element] {
        var parts: [Element] = []
        try reader.enter("[")
        while try reader.nextElement() { parts.append(try Element.read(&reader)) }
        return parts
    }

    func write(to writer: inout JSONWriter) {
        writer.open("[")
        for part in self { part.write(to: &writer) }
        writer.close("]")
    }
}

extension Dictionary: Stored where Key == String, Value: Stored {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> [String: Value] {
        var parts: [String: Value] = [:]
        try reader.enter("{")
        while let key = try reader.nextKey() { parts[key] = try Value.read(&reader) }
        return parts
    }

    func write(to writer: inout JSONWriter) {
        writer.open("{")
        for (name, part) in sorted(by: { $0.key < $1.key }) {
            writer.key(name)
            part.write(to: &writer)
        }
        writer.close("}")
    }
}
