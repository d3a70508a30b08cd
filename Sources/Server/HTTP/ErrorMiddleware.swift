import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever is thrown into a problem document or a page, and writes what is our own fault to the log.
///
/// Hummingbird itself would log an unexpected error at `debug` only and answer an empty 500.
struct ErrorMiddleware<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            var response = try await next(request, context)
            response.headers[.xContentTypeOptions] = "nosniff"
            return response
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                context.logger.error(
                    "request failed",
                    metadata: [
                        "code": "\(problem.code)", "error": "\(type(of: error))",
                        "path": "\(context.endpointPath ?? "")",
                    ]
                )
            }
            return request.wantsPage ? problem.page(in: request.pageLocale) : problem.document
        }
    }
}

extension Request {
    /// Whether a person with a browser asks, rather than a program.
    var wantsPage: Bool {
        headers[.accept]?.contains("text/html") ?? false
    }

    /// The language that the browser prefers, of those there are.
    var pageLocale: PageLocale {
        if let asked = uri.queryParameters["lang"] { return PageLocale(tag: String(asked)) }
        return PageLocale(tag: headers[.acceptLanguage].map { String($0.prefix(8)) } ?? PageLocale.spanish.rawValue)
    }

    /// The whole body, within its limits of size and time.
    func wholeBody(upTo limit: Int = ServerLimits.bodyBytes) async throws -> ByteBuffer {
        let body = self.body
        return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            group.addTask { try await body.collect(upTo: limit) }
            group.addTask {
                try await Task.sleep(for: ServerLimits.bodyTime)
                throw Problem.tooSlow
            }
            defer { group.cancelAll() }
            guard let buffer = try await group.next() else { throw Problem.tooSlow }
            return buffer
        }
    }
}
