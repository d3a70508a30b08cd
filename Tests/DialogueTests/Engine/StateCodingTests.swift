import Foundation
import Testing

@testable import Dialogue

/// What `Codable` writes, which stored states are held against.
private func coded(_ state: DialogueState) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(state))
}

private func read(_ json: String) throws -> DialogueState { try DialogueState(encoded: Array(json.utf8)) }

private func error(_ json: String) -> String? {
    do {
        _ = try DialogueState(encoded: Array(json.utf8))
        return nil
    } catch {
        return error.code
    }
}

@Suite struct StateCodingTests {
    @Test(arguments: 0..<300)
    func anyStateComesBackAndIsWhatCodableWrites(_ seed: Int) throws {
        var random = RandomState(seed: seed)
        let state = random.state()
        let bytes = state.encoded()
        #expect(try DialogueState(encoded: bytes) == state)
        #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: try coded(state), as: UTF8.self))
        #expect(try JSONDecoder().decode(DialogueState.self, from: Data(bytes)) == state)
    }

    @Test func aStateIsTheseBytes() throws {
        var state = DialogueState()
        state.status = .waiting
        state.turn = 4
        state.counter = 7
        state.parties = [Party(id: "1", locale: "es-CL", role: "UTP")]
        state.answers = [
            "problem": .text("La \"mitad\" / 5°\n"), "when": .day(try #require(CalendarDay(iso: "2027-03-15"))),
            "evidence": .option("fact"), "deeper": .flag(true), "whys": .number(-2),
            "causes": .items([Item(number: 1, text: "Rota el equipo")]),
        ]
        state.flags = ["cause": [.humanError]]
        state.frames = [.rounds(at: 3, round: 1, previous: .text("a")), .run(flow: "row", back: 9)]
        state.outcomes = [Outcome(number: 1, kind: "problem", text: "x", flow: "five-whys", turn: 2)]
        state.question = DialogueState.Question(asked: 4)
        state.settled = [2, 3]
        #expect(
            String(decoding: state.encoded(), as: UTF8.self) == #"""
                {"answers":{"causes":[{"number":1,"text":"Rota el equipo"}],"deeper":true,\#
                "evidence":{"option":"fact"},"problem":"La \"mitad\" / 5°\n","when":{"day":"2027-03-15"},"whys":-2},\#
                "counter":7,"flags":{"cause":["human-error"]},\#
                "frames":[{"rounds":{"at":3,"previous":"a","round":1}},{"run":{"back":9,"flow":"row"}}],\#
                "mode":"solo",\#
                "outcomes":[{"fields":{},"flow":"five-whys","kind":"problem","number":1,"text":"x","turn":2}],\#
                "parties":[{"id":"1","locale":"es-CL","role":"UTP"}],\#
                "question":{"asked":4,"given":[],"held":{},"items":[],"level":[],"ready":[],"round":0},\#
                "settled":[2,3],"status":"waiting","turn":4}
                """#
        )
    }

    @Test func whatIsMissingIsEmptyAndWhatIsUnknownIsLeftOut() throws {
        let state = try read(
            """
             { "turn" : 3, "new": {"a": [1, -2.5e+3, null, true, {"b": "c"}]}, "question": null, "counter": 1,
               "parties": [{"id": "1", "locale": "en", "left": null, "shoes": "41"}], "status": "paused" }
            """
        )
        #expect(state.turn == 3 && state.counter == 1 && state.status == .paused && state.question == nil)
        #expect(state.parties == [Party(id: "1", locale: "en")])
        #expect(state.answers.isEmpty && state.outcomes.isEmpty && state.mode == .solo)
    }

    @Test func everyWayOfWritingATextIsRead() throws {
        let state = try read(
            #"{"turn":0,"counter":0,"status":"new","answers":{"a":"\u00e9\ud83d\ude42\/\\\"\b\f\n\r\té🙂"}}"#
        )
        #expect(state.answers["a"] == .text("é🙂/\\\"\u{8}\u{C}\n\r\té🙂"))
    }

    @Test(arguments: [
        ("", "state-malformed"), ("{", "state-malformed"), ("[]", "state-malformed"), ("{}", "state-missing-key"),
        (#"{"turn":1,"counter":0,"status":"new"} x"#, "state-malformed"),
        (#"{"turn":1,"counter":0,"status":"new",}"#, "state-malformed"),
        (#"{,"turn":1,"counter":0,"status":"new"}"#, "state-malformed"),
        (#"{"turn":1 "counter":0,"status":"new"}"#, "state-malformed"),
        (#"{"turn":1.5,"counter":0,"status":"new"}"#, "state-malformed"),
        (#"{"turn":-1,"counter":0,"status":"new"}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":99999999999999999999,"status":"new"}"#, "state-malformed"),
        (#"{"turn":9223372036854775807,"counter":0,"status":"new"}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":0,"status":"asleep"}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":0}"#, "state-missing-key"),
        (#"{"turn":1,"counter":0,"status":"new","answers":{"a":{"day":"2027-02-30"}}}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":0,"status":"new","answers":{"a":{}}}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":0,"status":"new","answers":{"a":"\ud83d"}}"#, "state-malformed"),
        (#"{"turn":1,"counter":0,"status":"new","answers":{"a":"\ude42\ud83d"}}"#, "state-malformed"),
        (#"{"turn":1,"counter":0,"status":"new","answers":{"a":"\u12"}}"#, "state-malformed"),
        (#"{"turn":1,"counter":0,"status":"new","parties":[{"id":"1"}]}"#, "state-missing-key"),
        (#"{"turn":1,"counter":0,"status":"new","frames":[{}]}"#, "state-unexpected-value"),
        (#"{"turn":1,"counter":0,"status":"new","x":\#(String(repeating: "[", count: 100_000))"#, "state-too-deep"),
    ])
    func whatIsNoStateIsRefused(_ json: String, _ code: String) {
        #expect(error(json) == code)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let bytes = Array(#"{"turn":1,"counter":0,"status":"new","x":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        #expect(throws: StateCodingError.self) { try DialogueState(encoded: bytes) }
    }

    @Test(arguments: 0..<60)
    func cutAndDamagedBytesAreRefusedOrReadButNeverTrap(_ seed: Int) throws {
        var random = RandomState(seed: seed)
        let bytes = random.state().encoded()
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            #expect(throws: StateCodingError.self) { try DialogueState(encoded: Array(bytes[..<length])) }
        }
        var read = 0
        for _ in 0..<300 {
            let damaged = random.damaged(bytes)
            if let state = try? DialogueState(encoded: damaged) {
                read += 1
                #expect(try DialogueState(encoded: state.encoded()) == state)
            }
        }
        #expect(read < 300)
    }
}
