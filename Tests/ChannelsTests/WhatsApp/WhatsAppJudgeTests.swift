import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppJudgeTests {
    static func judge(_ status: Int, _ body: String, headers: [String: String] = [:]) throws -> SendResult {
        let response = HTTPResponse(status: status, headers: headers, body: Data(body.utf8))
        return try WhatsAppSupport.channel().judge(.success(response), now: Date(timeIntervalSince1970: 0))
    }

    static func error(_ code: Int, subcode: Int? = nil) -> String {
        let more = subcode.map { #","error_subcode":\#($0)"# } ?? ""
        return #"{"error":{"message":"m","type":"OAuthException","code":\#(code)\#(more),"fbtrace_id":"A"}}"#
    }

    @Test(
        arguments: [
            #"{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.O"}]}"#,
            #"{"messages":[3,{"id":"wamid.O","message_status":"accepted"}]}"#,
        ]
    )
    func anAcceptedMessageHasAnID(body: String) throws {
        #expect(try Self.judge(200, body) == .accepted(id: "wamid.O"))
    }

    @Test(arguments: [#"{"success":true}"#, #"{"messages":[]}"#, #"{"messages":7}"#])
    func anAnswerWithoutAnIDIsAcceptedToo(body: String) throws {
        #expect(try Self.judge(200, body) == .accepted(id: nil))
    }

    @Test(
        arguments: [
            (130_429, .later(problem: "", after: nil)), (4, .later(problem: "", after: nil)),
            (80007, .later(problem: "", after: nil)), (131_056, .later(problem: "", after: .seconds(6))),
            (131_000, .later(problem: "", after: nil)), (131_016, .later(problem: "", after: nil)),
            (131_057, .later(problem: "", after: nil)), (133_004, .later(problem: "", after: nil)),
            (1, .later(problem: "", after: nil)), (2, .later(problem: "", after: nil)),
            (131_047, .windowClosed(problem: "")), (131_026, .unreachable(problem: "")),
            (131_030, .unreachable(problem: "")), (131_041, .unreachable(problem: "")),
            (131_048, .halted(problem: "")), (368, .halted(problem: "")), (131_031, .halted(problem: "")),
            (131_042, .halted(problem: "")), (130_497, .halted(problem: "")), (190, .halted(problem: "")),
            (0, .halted(problem: "")), (10, .halted(problem: "")), (200, .halted(problem: "")),
            (299, .halted(problem: "")), (133_010, .halted(problem: "")), (131_049, .refused(problem: "")),
            (131_050, .refused(problem: "")), (130_472, .refused(problem: "")), (131_051, .refused(problem: "")),
            (131_008, .refused(problem: "")), (131_009, .refused(problem: "")), (100, .refused(problem: "")),
            (132_000, .refused(problem: "")), (132_016, .refused(problem: "")), (131_052, .refused(problem: "")),
            (131_053, .refused(problem: "")), (131_062, .refused(problem: "")), (131_215, .refused(problem: "")),
        ] as [(Int, SendResult)]
    )
    func theCodeDecidesWhateverTheStatus(code: Int, expected: SendResult) throws {
        for status in [400, 401, 403, 404, 429, 500, 503, 200] {
            #expect(try Self.judge(status, Self.error(code)) == expected.with(problem: "whatsapp-\(code)"))
        }
        #expect(WhatsAppErrors.result(code: code) == expected.with(problem: "whatsapp-\(code)"))
        #expect(WhatsAppChannel.sentence(problem: "whatsapp-\(code)")?.isEmpty == false)
    }

    @Test(
        arguments: [
            (400, .refused(problem: "whatsapp-777777")), (429, .later(problem: "whatsapp-777777", after: nil)),
            (401, .halted(problem: "whatsapp-777777")), (500, .unknown(problem: "whatsapp-777777")),
        ] as [(Int, SendResult)]
    )
    func anUnknownCodeLeavesItToTheStatus(status: Int, expected: SendResult) throws {
        #expect(try Self.judge(status, Self.error(777_777)) == expected)
        #expect(WhatsAppChannel.sentence(problem: "whatsapp-777777")?.contains("777777") == true)
    }

    @Test(
        arguments: [
            (400, .refused(problem: "status-400")), (401, .halted(problem: "status-401")),
            (403, .halted(problem: "status-403")), (404, .refused(problem: "status-404")),
            (408, .unknown(problem: "status-408")), (429, .later(problem: "status-429", after: nil)),
            (500, .unknown(problem: "status-500")), (502, .unknown(problem: "status-502")),
            (504, .unknown(problem: "status-504")), (302, .refused(problem: "status-302")),
            (200, .unknown(problem: "not-json")),
        ] as [(Int, SendResult)]
    )
    func withoutACodeTheStatusDecides(status: Int, expected: SendResult) throws {
        for body in ["", "<html>", #"{"error":"#, "[]"] { #expect(try Self.judge(status, body) == expected) }
    }

    @Test(
        arguments: [
            ("7", .seconds(7)), ("999999999999999999999", .seconds(86_400)), ("soon", nil), ("-1", nil), ("", nil),
            ("Sun, 06 Nov 1994 08:49:37 GMT", nil),
        ] as [(String, Duration?)]
    )
    func aWaitThatIsAskedForIsKept(header: String, wait: Duration?) throws {
        let headers = ["retry-after": header]
        #expect(
            try Self.judge(429, Self.error(130_429), headers: headers)
                == .later(problem: "whatsapp-130429", after: wait)
        )
        #expect(try Self.judge(429, "", headers: headers) == .later(problem: "status-429", after: wait))
    }

    @Test func aWrongNumberHaltsTheAccount() throws {
        #expect(try Self.judge(400, Self.error(100, subcode: 33)) == .halted(problem: "whatsapp-100-33"))
        #expect(try Self.judge(400, Self.error(100, subcode: 34)) == .refused(problem: "whatsapp-100"))
    }

    @Test(arguments: HTTPFailure.Code.allCases)
    func whatMayHaveArrivedIsUnknown(code: HTTPFailure.Code) throws {
        let channel = try WhatsAppSupport.channel()
        #expect(
            channel.judge(.failure(HTTPFailure(code, isAmbiguous: true)), now: Date(timeIntervalSince1970: 0))
                == .unknown(problem: code.rawValue)
        )
        let expected: SendResult =
            switch code {
            case .badRequest: .refused(problem: code.rawValue)
            case .insecure, .privateHost: .halted(problem: code.rawValue)
            case .broken, .tooLarge: .unknown(problem: code.rawValue)
            default: .later(problem: code.rawValue, after: nil)
            }
        #expect(channel.judge(.failure(HTTPFailure(code)), now: Date(timeIntervalSince1970: 0)) == expected)
    }

    /// The table as text, for whoever wants to compare it with another one.
    @Test func theTableIsAsBefore() throws {
        let lines = WhatsAppErrors.table.flatMap { row in
            row.codes.map { "\($0.lowerBound)\t\($0.upperBound)\t\(row.meaning)" }
        }
        let text = lines.joined(separator: "\n") + "\n"
        let golden = WhatsAppSupport.fixtures.appending(path: "errors.tsv")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" { try Data(text.utf8).write(to: golden) }
        #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    }

    @Test func noCodeStandsInTwoRows() {
        let ranges = WhatsAppErrors.table.flatMap(\.codes)
        for (place, one) in ranges.enumerated() {
            for other in ranges[(place + 1)...] { #expect(!one.overlaps(other), "\(one) \(other)") }
        }
    }

    @Test func onlyItsOwnProblemsAreExplained() {
        for problem in ["", "whatsapp", "status-500", "whatsapp-x", "telegram-131047"] {
            #expect(WhatsAppChannel.sentence(problem: problem) == nil)
        }
    }
}

extension SendResult {
    fileprivate func with(problem: String) -> SendResult {
        switch self {
        case .later(_, let after): .later(problem: problem, after: after)
        case .windowClosed: .windowClosed(problem: problem)
        case .unreachable: .unreachable(problem: problem)
        case .halted: .halted(problem: problem)
        case .refused: .refused(problem: problem)
        case .unknown: .unknown(problem: problem)
        case .plain: .plain(problem: problem)
        case .accepted, .moved: self
        }
    }
}
