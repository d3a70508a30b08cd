import Dialogue
import Scripts
import TestSupport
import Testing

/// Whatever a flow records, or the engine on its own, `resumen` says what it is in every language.
@Suite struct OutcomeKindsTests {
    private static let engine = ["parked", "idea", "reservation", "skipped"]

    @Test(arguments: ["es-CL", "en"]) func everyKindHasWords(_ locale: String) throws {
        let library = try TestSupport.library()
        let named = library.phrases[locale]?["engine/outcome-kinds"]?.options ?? [:]
        var kinds = Set(Self.engine)
        for version in library.flows.values {
            for case .record(let record) in version.program.instructions.map(\.operation) { kinds.insert(record.kind) }
        }
        #expect(kinds.count > 20)
        #expect(kinds.filter { named[$0] == nil }.sorted() == [])
    }
}
