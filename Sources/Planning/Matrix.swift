/// The planning matrix: how a team means to go from an initial to a desired state, one row for each way it will try.
///
/// A cell that nobody has filled is absent. It is never invented, and every export shows it empty.
public struct Matrix: Sendable, Equatable, Codable {
    /// The rows, oldest dialogue first.
    public var rows: [Row]

    /// A matrix with the given rows.
    public init(rows: [Row] = []) {
        self.rows = rows
    }

    /// One way from an initial to a desired state.
    public struct Row: Sendable, Equatable {
        /// What is known of this row. A column without a cell is unknown.
        public var cells: [Column: Cell]

        /// A row with the given cells.
        public init(_ cells: [Column: Cell] = [:]) {
            self.cells = cells
        }

        /// The cell of a column, `nil` while unknown.
        public subscript(column: Column) -> Cell? {
            get { cells[column] }
            set { cells[column] = newValue }
        }
    }

    /// What stands in a cell.
    public enum Cell: Sendable, Equatable {
        /// Words, as people wrote them.
        case text(String)
        /// A day of the calendar, without a time or a time zone.
        case day(year: Int, month: Int, day: Int)
    }

    /// The columns, in the order in which people read them: that of the accompaniment model's matrix.
    public enum Column: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
        case establishment
        case capacity
        case initialState
        case evidence
        case rootCause
        case desiredState
        case objective
        case goal
        case indicator
        case strategy
        case action
        case responsible
        case participants
        case start
        case end
        case resources
        case verification
        case link
        case risk
        case origin
    }
}

extension Matrix.Cell: Codable {
    /// Text as a JSON string; a day as `{"day": "2026-03-15"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .day(let year, let month, let day): try container.encode(["day": isoDay(year, month, day)])
        }
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
            return
        }
        let parts = try container.decode([String: String].self)["day"]?.split(separator: "-").compactMap { Int($0) }
        guard let parts, parts.count == 3 else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "A cell is text or {\"day\": …}.")
        }
        self = .day(year: parts[0], month: parts[1], day: parts[2])
    }
}

extension Matrix.Row: Codable {
    /// An object with a member for each known cell.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cells)
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        cells = try decoder.singleValueContainer().decode([Matrix.Column: Matrix.Cell].self)
    }
}

private func isoDay(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
}
