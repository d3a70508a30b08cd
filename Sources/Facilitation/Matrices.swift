import Dialogue
import Foundation
import Planning
import Storage

extension Reception {
    /// The planning matrix of an establishment: what its dialogues have recorded, oldest first.
    package func matrix(establishment id: String, locale: String) async throws -> Matrix? {
        try await store.read { store in
            guard let establishment = try store.establishment(id) else { return nil }
            return Matrix(
                of: try store.dialogues(establishment: id).map { dialogue in
                    let program = try programs.program(dialogue.version, store)
                    let title = program.title(in: locale)
                    let day = surroundings.day(of: Date(timeIntervalSince1970: Double(dialogue.startedAt) / 1000))
                    return DialogueOutcomes(
                        establishment: establishment.name,
                        origin: "\(title), \(day.localized(in: locale)), \(dialogue.id.suffix(8))",
                        outcomes: try store.outcomes(dialogue: dialogue.id).filter { $0.fields["private"] == nil },
                        words: (program.phrases[locale] ?? [:]).compactMapValues {
                            $0.options.isEmpty ? nil : $0.options
                        }
                    )
                }
            )
        }
    }
}
