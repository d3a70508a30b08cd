import Dialogue
import GRDB

extension SQLiteTransaction {
    /// The newest outcomes of one kind. From dialogue to outcome, along both indexes, so that it stops at the limit.
    static let earlierOfKind = """
        SELECT d.started_at AS at, d.rowid AS place, o.number AS number, d.id AS dialogue, o.kind, o.text, o.fields
        FROM dialogue AS d CROSS JOIN outcome AS o INDEXED BY outcome_by_kind
        WHERE d.establishment = ? AND o.dialogue = d.id AND o.kind = ?
            AND json_extract(o.fields, '$.private') IS NULL
        ORDER BY d.started_at DESC, d.rowid DESC, o.number DESC LIMIT ?
        """

    func earlier(establishment: String, kinds: [String], limit: Int) throws -> [Earlier] {
        let found = try kinds.flatMap { kind in
            try all(Self.earlierOfKind, [establishment, kind, limit]) { row in
                let order: (Int64, Int64, Int) = (row["at"], row["place"], row["number"])
                let outcome = Earlier(
                    dialogue: row["dialogue"],
                    kind: row["kind"],
                    text: row["text"],
                    fields: try value([String: Value].self, row["fields"])
                )
                return (order: order, outcome: outcome)
            }
        }
        return found.sorted { $0.order < $1.order }.map(\.outcome)
    }
}
