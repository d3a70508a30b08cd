import Foundation
import Testing

@testable import Channels

@Suite struct TelegramSetupTests {
    func line(_ request: HTTPRequest) -> String { NeutralDump.request(request) }

    @Test func callsAreWrittenExactly() throws {
        let channel = try TelegramSamples.channel(secrets: ["nuevo", "viejo"], api: "https://api.test/")
        #expect(line(try channel.botRequest()) == "POST https://api.test/bot1:clave/getMe {}")
        #expect(line(try channel.webhookRequest()) == "POST https://api.test/bot1:clave/getWebhookInfo {}")
        #expect(line(try channel.removeWebhookRequest()) == "POST https://api.test/bot1:clave/deleteWebhook {}")
        #expect(line(try channel.fileRequest("F1")) == #"POST https://api.test/bot1:clave/getFile {"file_id":"F1"}"#)
        #expect(
            line(try channel.setWebhookRequest(url: "https://raiz.test/webhooks/telegram/liceo", connections: 500))
                == #"POST https://api.test/bot1:clave/setWebhook {"allowed_updates":["message","edited_message","#
                + #""callback_query","my_chat_member","chat_member","message_reaction"],"max_connections":100,"#
                + #""secret_token":"nuevo","url":"https://raiz.test/webhooks/telegram/liceo"}"#
        )
    }

    func answer(_ body: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, body: Data(body.utf8))
    }

    @Test func readsTheBot() throws {
        let bot = try TelegramChannel.bot(
            from: answer(
                #"{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Raíz","username":"raiz_bot","#
                    + #""can_join_groups":false,"can_read_all_group_messages":true,"nuevo":1}}"#
            )
        )
        #expect(bot.id == 1)
        #expect(bot.name == "Raíz")
        #expect(bot.username == "raiz_bot")
        #expect(!bot.joinsGroups)
        #expect(bot.readsWholeGroups)
    }

    @Test func readsTheWebhook() throws {
        let state = try TelegramChannel.webhook(
            from: answer(
                #"{"ok":true,"result":{"url":"https://raiz.test/x","pending_update_count":3,"#
                    + #""last_error_date":1780000000,"last_error_message":"Wrong response from the webhook: 502","#
                    + #""allowed_updates":["message",7]}}"#
            )
        )
        #expect(state.url == "https://raiz.test/x")
        #expect(state.pending == 3)
        #expect(state.lastProblem == "Wrong response from the webhook: 502")
        #expect(state.lastProblemTime == Date(timeIntervalSince1970: 1_780_000_000))
        #expect(state.updates == ["message"])
        try TelegramChannel.confirm(answer(#"{"ok":true,"result":true,"description":"Webhook was set"}"#))
    }

    @Test(
        arguments: [
            (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, "telegram-401"),
            (400, #"{"ok":false,"error_code":400,"description":"Bad Request: bad webhook"}"#, "telegram-400"),
            (429, #"{"ok":false,"error_code":429,"parameters":{"retry_after":1}}"#, "telegram-429"),
            (200, "<html>", "telegram-no-answer"), (502, "", "telegram-no-answer"),
            (200, #"{"ok":true}"#, "telegram-no-answer"), (200, #"{"ok":true,"result":false}"#, "telegram-no-answer"),
        ]
    )
    func saysWhatIsWrong(status: Int, body: String, code: String) {
        let problem = #expect(throws: TelegramProblem.self) {
            try TelegramChannel.confirm(answer(body, status: status))
        }
        #expect(problem?.code == code)
        #expect(problem?.sentence.isEmpty == false)
    }

    // MARK: - Files

    @Test func aFileIsFetchedFromItsPlace() throws {
        let request = try TelegramSamples.channel()
            .downloadRequest(from: answer(#"{"ok":true,"result":{"file_id":"F1","file_path":"voice/file_0.oga"}}"#))
        #expect(line(request) == "GET https://api.test/file/bot1:clave/voice/file_0.oga")
        #expect(request.responseLimit == 20 * 1024 * 1024)
    }

    @Test(
        arguments: [
            #"{}"#, #"{"file_path":""}"#, #"{"file_path":"/etc/passwd"}"#, #"{"file_path":"a/../../b"}"#,
            #"{"file_path":"a?b"}"#, #"{"file_path":"a b"}"#, #"{"file_path":"ñ"}"#, #"{"file_path":7}"#,
            #"{"file_path":"a%2e%2e"}"#,
        ]
    )
    func noOtherPlaceIsFetched(result: String) {
        #expect(throws: TelegramError(.badFile)) {
            try TelegramSamples.channel().downloadRequest(from: answer(#"{"ok":true,"result":\#(result)}"#))
        }
    }

    // MARK: - Links and settings

    @Test func linksCarryACode() throws {
        let channel = try TelegramSamples.channel()
        #expect(try channel.link(code: "AB12-cd_") == "https://t.me/edubot_test_bot?start=AB12-cd_")
        #expect(try channel.groupLink(code: "AB12") == "https://t.me/edubot_test_bot?startgroup=AB12")
        for code in ["", "a b", "ñ", "a&b", String(repeating: "a", count: 65)] {
            #expect(throws: TelegramError(.badCode)) { try channel.link(code: code) }
        }
    }

    @Test(
        arguments: [
            "", "clave", ":", "1:", ":clave", "0:clave", "1:cla ve", "1:clave/../x", "uno:clave", "1:a:b", "-1:clave",
            "1:clavé", "1:clave\n", "99999999999999999999:clave",
        ]
    )
    func whatIsNoTokenIsNoToken(text: String) {
        #expect(TelegramToken(text) == nil)
    }

    @Test(arguments: ["", "con espacio", "ñ", "a/b", String(repeating: "a", count: 257)])
    func whatIsNoSecretIsNoSecret(text: String) {
        #expect(TelegramSecret(text) == nil)
    }

    @Test(arguments: ["", "@", "raiz bot", "ñ", "@@raiz", String(repeating: "a", count: 33)])
    func whatIsNoNameIsNoName(name: String) throws {
        let token = try #require(TelegramToken("1:clave"))
        #expect(throws: TelegramError(.badUsername)) {
            try TelegramChannel(account: "a", token: token, secrets: [], username: name)
        }
    }

    @Test func secretsStayOutOfLogs() throws {
        let channel = try TelegramSamples.channel(secrets: ["secreto-de-prueba"])
        var dumped = ""
        dump(channel, to: &dumped)
        for text in ["\(channel)", String(reflecting: channel), dumped] {
            #expect(!text.contains("clave"))
            #expect(!text.contains("secreto"))
        }
    }

    @Test func newSecretsAreLongAndDiffer() throws {
        var generator = SystemRandomNumberGenerator()
        let secrets = (0..<4).map { _ in TelegramSecret.generate(using: &generator).revealed }
        #expect(Set(secrets).count == 4)
        for secret in secrets {
            #expect(secret.count == 43)
            #expect(TelegramSecret(secret) != nil)
        }
    }

    @Test func everyErrorSaysWhatToDo() {
        for code in TelegramError.Code.allCases { #expect(TelegramError(code).sentence.count > 20) }
    }
}
