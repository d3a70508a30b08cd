import Channels
import Dialogue
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// The web chat: `/chat/{join code}`. Pages come in through the same reception as every channel.
struct ChatRoutes {
    let reception: Reception
    let limiter: RateLimiter
    /// Whether the page offers to send files.
    let takesFiles: Bool

    func add(to router: Router<ServerContext>) {
        router.get("chat") { request, _ -> Response in
            let typed = request.uri.queryParameters["code"].map { String($0) } ?? ""
            guard let code = joinCode(in: typed) ?? joinCode(in: "UNIRME \(typed)") else {
                let notice = PageWord.notACode(request.pageLocale)
                return try HomePage(locale: request.pageLocale, code: typed, notice: notice).response()
            }
            return Response.redirect(to: "/chat/\(code)", type: .normal)
        }
        router.get("chat/{code}") { request, context in
            let (visitor, isNew) = visitor(of: request)
            var response = try await room(request, context, visitor).page().response()
            if isNew { response.setCookie(cookie(visitor, request)) }
            return response
        }
        router.post("chat/{code}") { request, context in
            try await post(request, context)
        }
        router.get("chat/{code}/entries") { request, context in
            let room = try await room(request, context, visitor(of: request).id)
            return try await room.update(after: request.after)
        }
        router.get("chat/{code}/bell") { request, context in
            let room = try await room(request, context, visitor(of: request).id)
            return try await room.bell(request, after: request.after, bell: reception.bell)
        }
    }

    /// The room of a join code as one visitor sees it.
    func room(_ request: Request, _ context: ServerContext, _ visitor: String) async throws -> ChatRoom {
        try await ChatRoom(
            code: try context.parameters.require("code"),
            visitor: visitor,
            reception: reception,
            locale: request.pageLocale,
            takesFiles: takesFiles
        )
    }

    private func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (visitor, isNew) = visitor(of: request)
        let form = try URLEncodedFormDecoder().decode(Form.self, from: String(buffer: try await request.wholeBody()))
        let room = try await room(request, context, visitor)
        guard limiter.allows(visitor, at: reception.surroundings.moment().milliseconds) else { throw Problem.tooMany }
        try await room.receive(form)
        var response =
            if request.wantsPage {
                Response.redirect(to: try await room.location(), type: .normal)
            } else {
                try await room.update(after: form.after ?? 0)
            }
        if isNew { response.setCookie(cookie(visitor, request)) }
        return response
    }

    /// What the chat's form sends. A pressed button wins over what stands in the box.
    struct Form: Decodable {
        var token: String?
        var text: String?
        var choice: String?
        var command: String?
        var after: Int64?
    }

    // MARK: Visitors

    private static let cookieName = "raiz"

    /// Who looks: a random id that only this browser holds.
    func visitor(of request: Request) -> (id: String, isNew: Bool) {
        if let id = request.cookies[Self.cookieName]?.value, id.count == 32, id.allSatisfy(\.isHexDigit) {
            return (id, false)
        }
        let random = [reception.surroundings.random(), reception.surroundings.random()]
        return (random.map { String($0 | 1 << 63, radix: 16) }.joined(), true)
    }

    private func cookie(_ visitor: String, _ request: Request) -> Cookie {
        let isSecure = HTTPField.Name("X-Forwarded-Proto").flatMap { request.headers[$0] } == "https"
        return Cookie(
            name: Self.cookieName,
            value: visitor,
            maxAge: 400 * 24 * 3600,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

extension Request {
    /// The sequence up to which a page already has everything.
    fileprivate var after: Int64 {
        uri.queryParameters["after"].flatMap { Int64(String($0)) } ?? 0
    }
}

extension Page {
    /// The page as a response.
    func response() throws -> Response {
        Response(status: .ok, headers: .page, body: ResponseBody(byteBuffer: ByteBuffer(string: try html())))
    }
}
