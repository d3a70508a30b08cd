/// Why stored bytes are not the state of a dialogue.
public struct StateCodingError: Error, Equatable, Sendable {
    enum Problem: Equatable, Sendable {
        case tooLarge, tooDeep, malformed
        case missing(String)
        case unexpected
    }

    let problem: Problem
    /// Where, in bytes from the start.
    public let offset: Int

    /// Stable, for logs and tools.
    public var code: String {
        switch problem {
        case .tooLarge: "state-too-large"
        case .tooDeep: "state-too-deep"
        case .malformed: "state-malformed"
        case .missing: "state-missing-key"
        case .unexpected: "state-unexpected-value"
        }
    }

    /// What is wrong, for a person.
    public var sentence: String {
        switch problem {
        case .tooLarge: "El estado guardado pasa de \(Limits.stateBytes) bytes."
        case .tooDeep: "El estado guardado tiene más de \(Limits.stateDepth) niveles (byte \(offset))."
        case .malformed: "El estado guardado está cortado o no es JSON (byte \(offset))."
        case .missing(let key): "Al estado guardado le falta «\(key)» (byte \(offset))."
        case .unexpected: "El estado guardado trae un valor que no se conoce (byte \(offset))."
        }
    }
}

extension DialogueState {
    /// The state as it is stored: the same JSON that `Codable` writes with sorted keys, in a few microseconds.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter(capacity: 4_096)
        write(to: &writer)
        return writer.bytes
    }

    /// Reads what `encoded()` wrote, now or in an earlier version: what is missing is empty, what is unknown is left out.
    public init(encoded bytes: [UInt8]) throws(StateCodingError) {
        guard bytes.count <= Limits.stateBytes else { throw StateCodingError(problem: .tooLarge, offset: 0) }
        var reader = JSONReader(bytes)
        self = try Self.read(&reader)
        try reader.finish()
        guard turn >= 0, counter >= 0 else { throw reader.error(.unexpected) }
    }
}

/// What can stand in a stored state.
protocol Stored: SendableMetatype {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Self
    func write(to writer: inout JSONWriter)
}

/// A value with named fields, stored as a JSON object.
protocol StoredObject: Stored {
    /// What it is where nothing is known.
    static var blank: Self { get }
    /// Its fields in the order of the alphabet, so that equal states are equal bytes.
    static var fields: [StoredField<Self>] { get }
}

/// One field of a stored object.
struct StoredField<Object>: Sendable {
    let name: String
    /// The name as it is written, with quotation marks and colon.
    let key: [UInt8]
    let isRequired: Bool
    let read: @Sendable (inout Object, inout JSONReader) throws(StateCodingError) -> Void
    let write: @Sendable (Object, inout JSONWriter) -> Void

    /// A field that is always written; one from an earlier version may lack it unless it is `required`.
    init<Part: Stored>(
        _ name: String,
        _ get: @escaping @Sendable (Object) -> Part,
        _ set: @escaping @Sendable (inout Object, Part) -> Void,
        required: Bool = false
    ) {
        let key = Array("\"\(name)\":".utf8)
        self.name = name
        self.key = key
        isRequired = required
        read = { object, reader throws(StateCodingError) in set(&object, try Part.read(&reader)) }
        write = { object, writer in
            writer.key(written: key)
            get(object).write(to: &writer)
        }
    }

    /// A field that is written where it has a value; `null` is as good as nothing.
    init<Part: Stored>(
        _ name: String,
        _ get: @escaping @Sendable (Object) -> Part?,
        _ set: @escaping @Sendable (inout Object, Part?) -> Void
    ) {
        let key = Array("\"\(name)\":".utf8)
        self.name = name
        self.key = key
        isRequired = false
        read = { object, reader throws(StateCodingError) in
            set(&object, try reader.isNull() ? nil : Part.read(&reader))
        }
        write = { object, writer in
            guard let part = get(object) else { return }
            writer.key(written: key)
            part.write(to: &writer)
        }
    }
}

extension StoredObject {
    static func read(_ reader: inout JSONReader) throws(StateCodingError) -> Self {
        let fields = fields
        var object = blank
        var seen: UInt64 = 0
        // Fields mostly come as they were written: the search begins after the last one.
        var next = 0
        try reader.enter("{")
        while try reader.nextField() {
            var found = next
            while found < fields.count, !reader.takes(fields[found].key) { found += 1 }
            if found == fields.count {
                let name = try reader.key()
                guard let named = fields.firstIndex(where: { $0.name == name }) else {
                    try reader.skip()
                    continue
                }
                found = named
            }
            try fields[found].read(&object, &reader)
            seen |= 1 << UInt64(found)
            next = found + 1
        }
        for (index, field) in fields.enumerated() where field.isRequired && seen & 1 << UInt64(index) == 0 {
            throw reader.error(.missing(field.name))
        }
        return object
    }

    func write(to writer: inout JSONWriter) {
        writer.open("{")
        for field in Self.fields { field.write(self, &writer) }
        writer.close("}")
    }
}
