import Dialogue
import Foundation

extension WhatsAppChannel {
    package func request(for message: OutboundMessage, now: Date) throws -> HTTPRequest {
        try post(body(for: message))
    }

    /// Marks a message as read and shows that an answer is being written; that ends with the answer or after 25 s.
    func readMark(_ id: String) -> HTTPRequest? {
        try? post(WhatsAppReadMark(message: id))
    }

    private func body(for message: OutboundMessage) throws(WhatsAppMessageError) -> WhatsAppBody {
        guard !message.id.isEmpty, WhatsAppLimits.callbackData.fits(message.id) else { throw .badID }
        var body = WhatsAppBody(
            recipientType: message.isGroup ? "group" : "individual",
            type: "text",
            callbackData: message.id
        )
        if message.isGroup {
            guard WhatsAppAddress(message.conversation) != nil else { throw .badRecipient }
            body.to = message.conversation
        } else {
            switch WhatsAppAddress(message.to) {
            case .to(let id): body.to = id
            case .recipient(let id): body.recipient = id
            case nil: throw .badRecipient
            }
        }
        if let template = message.template {
            body.type = "template"
            body.template = try Self.template(template)
        } else {
            try fill(&body, with: message)
        }
        return body
    }

    private func fill(_ body: inout WhatsAppBody, with message: OutboundMessage) throws(WhatsAppMessageError) {
        let capabilities = Self.capabilities(in: message.isGroup ? .group : .direct)
        let rendering = Rendering(message.text, message.choices, in: capabilities)
        guard !message.text.allSatisfy(\.isWhitespace), !message.choices.contains(where: \.isBlank) else {
            throw .empty
        }
        let options = message.choices.enumerated().map { place, choice in
            WhatsAppBody.Option(id: ChoiceToken(message: message.id, index: place).text, title: choice.label)
        }
        switch rendering.presentation {
        case .words:
            guard rendering.texts.count == 1, let text = rendering.texts.first, WhatsAppLimits.text.fits(text) else {
                throw .tooLong
            }
            body.text = WhatsAppBody.Text(body: text)
        case .buttons:
            guard WhatsAppLimits.body.fits(message.text) else { throw .tooLong }
            body.type = "interactive"
            body.interactive = WhatsAppBody.Interactive(
                type: "button",
                body: WhatsAppBody.Words(text: message.text),
                action: WhatsAppBody.Action(buttons: options.map { WhatsAppBody.Button(reply: $0) })
            )
        case .list:
            guard WhatsAppLimits.listBody.fits(message.text) else { throw .tooLong }
            body.type = "interactive"
            body.interactive = WhatsAppBody.Interactive(
                type: "list",
                body: WhatsAppBody.Words(text: message.text),
                action: WhatsAppBody.Action(
                    button: settings.listLabel,
                    sections: [WhatsAppBody.Section(rows: options)]
                )
            )
        }
    }

    /// What stands in the gaps is one line: Meta refuses line breaks and runs of spaces there.
    private static func template(_ template: Template) throws(WhatsAppMessageError) -> WhatsAppBody.Template {
        guard !template.name.isEmpty, WhatsAppLimits.id.fits(template.name), !template.language.isEmpty else {
            throw .badTemplate
        }
        let parameters = template.parameters.map { text in
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard !parameters.contains(""), WhatsAppLimits.parameter.fits(parameters.joined()) else { throw .badTemplate }
        return WhatsAppBody.Template(
            name: template.name,
            language: WhatsAppBody.Template.Language(code: template.language),
            components: parameters.isEmpty
                ? nil
                : [
                    WhatsAppBody.Template.Component(
                        parameters: parameters.map { WhatsAppBody.Template.Parameter(text: $0) }
                    )
                ]
        )
    }

    private func post(_ body: some Encodable) throws -> HTTPRequest {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return HTTPRequest(
            .post,
            "\(settings.base)/\(settings.phoneNumberID)/messages",
            headers: authorization.merging(["content-type": "application/json"]) { $1 },
            body: try encoder.encode(body)
        )
    }

    var authorization: [String: String] { ["authorization": "Bearer \(settings.accessToken.revealed)"] }
}

extension Choice {
    fileprivate var isBlank: Bool { label.allSatisfy(\.isWhitespace) }
}
