import Dialogue
import Scripts
import Storage

/// Which dialogues stand on which version of a flow, and what can be done about those on an old one.
package struct Versions: Sendable {
    let reception: Reception

    package init(reception: Reception) {
        self.reception = reception
    }

    /// How many unfinished dialogues stand at one step of one version.
    package struct Standing: Sendable, Equatable {
        package var flow: String
        package var version: String
        /// Whether new dialogues begin on this version.
        package var isCurrent: Bool
        package var step: String
        package var count: Int
    }

    /// Who stands where.
    package func standings() async throws -> [Standing] {
        let current = reception.programs.library.flows
        return try await reception.store.read { store in
            var standings: [Standing] = []
            for dialogue in try store.unfinished() {
                let program = try reception.programs.program(dialogue.version, store)
                let counter = dialogue.state.counter
                let step = program.instructions.indices.contains(counter) ? program.instructions[counter].step : "?"
                if let index = standings.firstIndex(where: { $0.version == dialogue.version && $0.step == step }) {
                    standings[index].count += 1
                } else {
                    standings.append(
                        Standing(
                            flow: dialogue.flow,
                            version: dialogue.version,
                            isCurrent: current[dialogue.flow]?.hash == dialogue.version,
                            step: step,
                            count: 1
                        )
                    )
                }
            }
            return standings.sorted { ($0.flow, $0.version, $0.step) < ($1.flow, $1.version, $1.step) }
        }
    }

    /// What became of one dialogue.
    package enum Fate: Sendable, Equatable {
        case migrated
        case restarted
        case refused(MigrationRefusal)
    }

    /// Takes the unfinished dialogues of a flow to today's version, at the step where they stand; those that would lose
    /// something stay on the version they began with.
    package func migrate(_ flow: String) async throws -> [(dialogue: String, fate: Fate)] {
        try await forOutdated(flow) { desk, dialogue, version in
            let old = try reception.programs.program(dialogue.version, desk.store)
            do {
                var moved = dialogue
                var state = try Engine.migrated(dialogue.state, from: old, to: version.program)
                state.earlier = try desk.earlier(for: version.program, of: dialogue)
                moved.version = version.hash
                try desk.store.save(version.program, version: version.hash, at: desk.moment.milliseconds)
                try desk.take(.adopted(state), in: moved)
                return .migrated
            } catch let refusal as MigrationRefusal {
                return .refused(refusal)
            }
        }
    }

    /// Ends the unfinished dialogues of a flow where they stand, and begins each anew on today's version. What they had
    /// recorded stays with the old one.
    package func restart(_ flow: String) async throws -> [(dialogue: String, fate: Fate)] {
        try await forOutdated(flow) { desk, dialogue, version in
            var ended = dialogue.state
            ended.status = .stopped
            let parties = try desk.store.parties(dialogue: dialogue.id)
            try desk.take(.adopted(ended), in: dialogue)
            try desk.begin(version, like: dialogue, parties: parties)
            return .restarted
        }
    }

    private func forOutdated(
        _ flow: String,
        _ work: @escaping @Sendable (inout Desk, DialogueRecord, Library.Version) throws -> Fate
    ) async throws -> [(dialogue: String, fate: Fate)] {
        guard let version = reception.programs.library.flows[flow] else { return [] }
        return try await reception.work { desk in
            var fates: [(dialogue: String, fate: Fate)] = []
            for dialogue in try desk.store.unfinished() where dialogue.flow == flow && dialogue.version != version.hash
            {
                fates.append((dialogue.id, try work(&desk, dialogue, version)))
            }
            return fates
        }
    }

    /// Whether every stored dialogue of an establishment replays from its log to the same state; the ids of those that do not.
    package func differing() async throws -> (checked: Int, differing: [String]) {
        try await reception.store.read { store in
            var checked = 0
            var differing: [String] = []
            for establishment in try store.establishments() {
                for dialogue in try store.dialogues(establishment: establishment.id) {
                    let program = try reception.programs.program(dialogue.version, store)
                    let state = Engine.replay(program, try store.log(dialogue: dialogue.id))
                    let outcomes = try store.outcomes(dialogue: dialogue.id)
                    checked += 1
                    if state != dialogue.state || state.outcomes != outcomes { differing.append(dialogue.id) }
                }
            }
            return (checked, differing)
        }
    }
}

extension Desk {
    /// Begins a dialogue anew with the same people.
    fileprivate mutating func begin(
        _ version: Library.Version,
        like old: DialogueRecord,
        parties: [DialogueParty]
    ) throws {
        let dialogue = DialogueRecord(
            id: identifier(),
            establishment: old.establishment,
            flow: old.flow,
            version: version.hash,
            state: DialogueState(),
            startedAt: moment.milliseconds,
            updatedAt: moment.milliseconds
        )
        try store.save(version.program, version: version.hash, at: moment.milliseconds)
        try store.save(dialogue)
        for party in parties {
            try store.save(party, dialogue: dialogue.id)
            guard var address = try address(party.address) else { continue }
            address.dialogue = dialogue.id
            try save(address)
        }
        let people = old.state.parties.filter { $0.left != true }
        guard let first = people.first else { return }
        let earlier = try earlier(for: version.program, establishment: old.establishment)
        let given = try place(of: old.establishment).given
        try take(.opened(mode: old.state.mode, parties: [first], given: given, earlier: earlier), in: dialogue)
        for other in people.dropFirst() {
            guard let now = try store.dialogue(dialogue.id) else { return }
            try take(.joined(other), in: now)
        }
    }
}
