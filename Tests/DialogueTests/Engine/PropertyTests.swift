import Dialogue
import Foundation
import TestSupport
import Testing

/// Whatever comes, in whatever order and from whomever: what must hold after every single event.
@Suite struct PropertyTests {
    private static let program = Result { try TeamPlay.program(PropertyFixture.steps, inner: PropertyFixture.inner) }

    @Test(arguments: 0..<120) func whateverComesInAnyOrder(_ seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed) &* 7_919)
        var play = TeamPlay(
            program: try Self.program.get(),
            people: [1, 2, 3, 5][seed % 4],
            facilitator: seed % 3 == 0,
            locales: seed % 2 == 0 ? ["es-CL"] : ["es-CL", "en"],
            earlier: PropertyFixture.earlier(&generator)
        )
        var buttons: [String] = []
        var secrets: [String: String] = [:]
        for number in 0..<90 {
            let before = play.state
            let event = PropertyFixture.event(&generator, number, parties: play.state.parties.count, buttons: buttons)
            if event == .tick {
                play.wait(minutes: Int.random(in: 0...8, using: &generator))
            } else {
                play.take(event)
            }
            buttons = Array((buttons + play.last.flatMap(\.choices).map(\.id)).suffix(40))
            let hint = "seed \(seed), \(number): \(event)"
            check(messages: play, event, hint)
            check(hidden: play, &secrets, hint)
            check(budgets: play, hint)
            check(kept: play, since: before, hint)
            let stored = try JSONDecoder().decode(DialogueState.self, from: JSONEncoder().encode(play.state))
            #expect(stored == play.state, "\(hint)")
            if play.rehearsal.log.last?.rewinds != nil { #expect(play.replays, "\(hint)") }
        }
        #expect(play.replays, "seed \(seed)")
        #expect(play.state.outcomes.map(\.number) == play.state.outcomes.indices.map { $0 + 1 })
    }

    private func check(messages play: TeamPlay, _ event: Event, _ hint: String) {
        var parties = Set(play.state.parties.map(\.id))
        if case .joined(let party) = event { parties.insert(party.id) }
        for message in play.last {
            #expect(message.text.contains { !$0.isWhitespace }, "\(hint) \(message.prompt)")
            #expect(!message.text.contains("{{"), "\(hint) \(message.text)")
            #expect(parties.contains(message.to), "\(hint)")
            #expect(message.prompt != "engine/too-long-a-turn", "\(hint)")
            let ids = message.choices.map(\.id)
            #expect(Set(ids).count == ids.count, "\(hint)")
            let fresh = play.state.question.map { "\($0.asked)." } ?? "nothing is asked"
            #expect(ids.allSatisfy { $0.hasPrefix(fresh) }, "\(hint) \(message.prompt) \(ids)")
        }
        // A turn says a handful of things to each.
        #expect(play.last.count <= 8 * max(1, parties.count), "\(hint)")
    }

    private static func marks(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.hasPrefix("zorro") }
    }

    /// What is not yet revealed is told to nobody else, and what was told in private never is.
    private func check(hidden play: TeamPlay, _ secrets: inout [String: String], _ hint: String) {
        var hidden = secrets
        let isPrivate =
            if play.program.instructions.indices.contains(play.state.counter),
                case .gather(let gather) = play.program.instructions[play.state.counter].operation
            { gather.visibility == .hidden } else { false }
        let given = play.state.question?.given.compactMap { given -> (party: String, text: String)? in
            if case .text(let text) = given.value { (given.party, text) } else { nil }
        }
        let held = play.state.question?.held.map { (party: $0.key, text: $0.value.text) }
        for (party, text) in (given ?? []) + (held ?? []) {
            for mark in Self.marks(text) {
                hidden[mark] = party
                if isPrivate { secrets[mark] = party }
            }
        }
        let guides = Set(play.state.parties.filter { $0.facilitates == true }.map(\.id))
        for message in play.last {
            for mark in Self.marks(message.text) {
                guard let author = hidden[mark], author != message.to else { continue }
                #expect(secrets[mark] != nil && guides.contains(message.to), "\(hint): \(mark) → \(message.to)")
            }
        }
    }

    private func check(budgets play: TeamPlay, _ hint: String) {
        guard let question = play.state.question, play.program.instructions.indices.contains(play.state.counter) else {
            return
        }
        let votes = question.given.compactMap { given in given.numbers.map { (given.party, $0) } }
        switch play.program.instructions[play.state.counter].operation {
        case .choose(let choose):
            let most =
                switch choose.method {
                case _ where question.round > 0: 1
                case .single: 1
                case .dots: Choose.dots(forOptions: question.items.count)
                case .rank: question.items.count
                }
            #expect(votes.allSatisfy { $0.1.count <= max(most, choose.keep) }, "\(hint)")
            #expect(Set(votes.map(\.0)).count == votes.count, "\(hint)")
            #expect(
                votes.flatMap(\.1).allSatisfy { number in question.items.contains { $0.number == number } },
                "\(hint)"
            )
        case .rate(let rate):
            #expect(votes.allSatisfy { $0.1.count <= rate.items.count }, "\(hint)")
        case .gather(let gather) where !gather.aloud:
            for party in play.people where !hint.contains("agregar") {
                let own = question.given.filter { $0.party == party }.count
                #expect(party == play.lead || own <= gather.perPerson + question.round, "\(hint)")
            }
        default: break
        }
    }

    /// Without going back, nothing that was settled or recorded is lost.
    private func check(kept play: TeamPlay, since before: DialogueState, _ hint: String) {
        guard play.rehearsal.log.last?.rewinds == nil else { return }
        // An outcome may come before others, or take the words of one, which it keeps.
        let kept = play.state.outcomes.flatMap { outcome -> [Value] in
            [.text(outcome.text), outcome.fields["was"]].compactMap(\.self)
        }
        #expect(before.outcomes.allSatisfy { kept.contains(.text($0.text)) }, "\(hint)")
        #expect(play.state.outcomes.count >= before.outcomes.count, "\(hint)")
        let reworded = play.state.outcomes.compactMap { $0.fields["was"] }
        let repeated: Set<String> = [
            "causas", "causa", "mas", "basta", "partes", "inner/aprendido", "inner/ecos", "inner/eco",
        ]
        for (name, value) in before.answers where !repeated.contains(name) && before.counter != play.state.counter {
            if case .items = value, before.question?.items.isEmpty == false { continue }
            #expect(play.state.answers[name] == value || reworded.contains(value), "\(hint) \(name)")
        }
        #expect(play.state.settled.starts(with: before.settled), "\(hint)")
        #expect(play.state.parties.count >= before.parties.count, "\(hint)")
    }

    /// A host that takes the authors out of every settled question can still play its log again.
    @Test(arguments: 0..<60) func aSealedLogReplaysToTheSame(_ seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed) &* 104_729)
        let opened = TeamPlay(
            program: try Self.program.get(),
            people: 4,
            facilitator: seed % 2 == 0,
            locales: ["es-CL"],
            earlier: PropertyFixture.earlier(&generator)
        )
        let program = opened.program
        var state = opened.state
        var log = opened.rehearsal.log
        var buttons: [String] = []
        for number in 0..<60 {
            let before = state
            let event = PropertyFixture.event(&generator, number, parties: state.parties.count, buttons: buttons)
            let moment = Moment(milliseconds: 1_000 * Int64(number), today: TestSupport.moment.today)
            let turn = Engine.take(event, program: program, state: state, at: moment) { log }
            state = turn.state
            log.append(turn.entry)
            buttons = Array((buttons + turn.messages.flatMap(\.choices).map(\.id)).suffix(20))
            guard before.isAnonymous(in: program), state.settled.count > before.settled.count,
                let question = before.question
            else { continue }
            let sealed = Engine.sealed(log, asked: question.asked, settled: state.turn, lead: before.leadID) {
                Int.random(in: 0..<$0, using: &generator)
            }
            for entry in sealed {
                guard let index = log.firstIndex(where: { $0.turn == entry.turn }) else { continue }
                log[index] = entry
            }
            #expect(
                Engine.replay(program, log) == state,
                "seed \(seed), \(number): \(log.suffix(state.turn - question.asked + 1))"
            )
        }
    }
}
