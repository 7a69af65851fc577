// Lists page by page over the loopback: each way, its end, and leaving it.

import Foundation
import GoldenPagination
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct PaginationTests {
    private let server: LoopbackServer
    private let client: Client
    private let targets = Targets()

    init() throws {
        let targets = targets
        server = try LoopbackServer { request, responder in
            let answer = targets.answer(to: request)
            responder.respond(200, answer.headers, body: Data(answer.body.utf8))
        }
        client = Client(server: server.url)
    }

    private func items<Page, Item>(_ pages: Pages<Page, Item>) async throws -> [Item] {
        var items: [Item] = []
        for try await item in pages.items { items.append(item) }
        return items
    }

    @Test func byCursor() async throws {
        targets.set([
            #"{"items":[{"title":"a"}],"meta":{"next_page_token":"x y"}}"#, #"{"meta":{"next_page_token":"z"}}"#,
            #"{"items":[{"title":"b"},{"title":"c"}],"meta":{"next_page_token":null}}"#,
        ])
        #expect(try await items(client.listBooksPages(limit: 2, page: "p")).map(\.title) == ["a", "b", "c"])
        #expect(
            targets.seen == [
                "/books?limit=2&page=p", "/books?limit=2&page_token=x%20y&page=p", "/books?limit=2&page_token=z&page=p",
            ])
    }

    @Test(arguments: [#"{"items":[]}"#, #"{"meta":{"next_page_token":""}}"#, #"{"meta":{"next_page_token":"same"}}"#])
    func whereCursorsEnd(_ page: String) async throws {
        targets.set([#"{"meta":{"next_page_token":"same"}}"#, page])
        _ = try await items(client.listBooksPages())
        #expect(targets.seen == ["/books", "/books?page_token=same"])
    }

    @Test func byTheLastItem() async throws {
        targets.set([
            #"{"data":[{"id":"1"},{"id":"2"}],"has_more":true}"#, #"{"data":[{"id":"3"}],"has_more":false}"#,
        ])
        #expect(try await items(client.listOrdersPages(after: "0")).map(\.id) == ["1", "2", "3"])
        #expect(targets.seen == ["/orders?after=0", "/orders?after=2"])
        targets.set([#"{"data":[],"has_more":true}"#])
        #expect(try await items(client.listOrdersPages()).isEmpty)
    }

    @Test func byOffset() async throws {
        targets.set([#"{"authors":["a","b"]}"#, #"{"authors":["c"]}"#, #"{"authors":[]}"#])
        #expect(try await items(client.listAuthorsPages(limit: 9)) == ["a", "b", "c"])
        #expect(targets.seen == ["/authors?limit=9", "/authors?limit=9&offset=2", "/authors?limit=9&offset=3"])
        targets.set([#"{"authors":["a","b"],"total":3}"#, #"{"authors":["c"],"total":3}"#])
        #expect(try await items(client.listAuthorsPages()) == ["a", "b", "c"])
        #expect(targets.seen == ["/authors", "/authors?offset=2"])
    }

    @Test func byNumber() async throws {
        targets.set([#"["a"]"#, #"["b"]"#, "[]"])
        #expect(try await items(client.listShopsPages(town: "x/y", perPage: 1)) == ["a", "b"])
        #expect(
            targets.seen == [
                "/shops/x%2Fy?per_page=1", "/shops/x%2Fy?page=1&per_page=1", "/shops/x%2Fy?page=2&per_page=1",
            ])
        for last in [#"{"stock":["b"],"parts":2}"#, #"{"stock":["b"],"open":false}"#, #"{"stock":[]}"#] {
            targets.set([#"{"stock":["a"],"parts":2,"open":true}"#, last])
            #expect(try await items(client.listStockPages()).first == "a")
            #expect(targets.seen == ["/stock", "/stock?part=2"])
        }
    }

    @Test func byLink() async throws {
        targets.set(
            [#"["a"]"#, #"["b"]"#, #"["c"]"#],
            links: [
                #"</reviews?page=2&k=%20>; title="a, rel=b"; rel="next"; x="c, d", <x>; rel=last"#,
                "<?page=3>; rel=\"x NEXT\"", nil,
            ])
        #expect(try await items(client.listReviewsPages(page: 1)) == ["a", "b", "c"])
        #expect(targets.seen == ["/reviews?page=1", "/reviews?page=2&k=%20", "/reviews?page=3"])
    }

    /// A relative address is seen from the page that names it (RFC 8288, section 3.2).
    @Test(arguments: [
        ("</v1/p2/page>", "<?page=3>", "/v1/p2/page", "/v1/p2/page?page=3"),
        ("<p2/page?x=1>", "<three>", "/p2/page?x=1", "/p2/three"), ("<p2/page>", "<../three>", "/p2/page", "/three"),
        ("<p2/page>", "</three>", "/p2/page", "/three"),
        ("<?page=2>", "<?page=3>", "/reviews?page=2", "/reviews?page=3"),
    ])
    func linksFromPageToPage(_ first: String, _ second: String, _ two: String, _ three: String) async throws {
        targets.set(
            [#"["a"]"#, #"["b"]"#, #"["c"]"#], links: [first + "; rel=next", second + "; rel=next", nil])
        #expect(try await items(client.listReviewsPages()) == ["a", "b", "c"])
        #expect(targets.seen == ["/reviews", two, three])
    }

    @Test func absoluteLinksFromPageToPage() async throws {
        targets.set(
            [#"["a"]"#, #"["b"]"#, #"["c"]"#],
            links: ["<\(server.url)/v1/p2?x=/y#z>; rel=next", "<?page=3>; rel=next", nil])
        #expect(try await items(client.listReviewsPages()) == ["a", "b", "c"])
        #expect(targets.seen == ["/reviews", "/v1/p2?x=/y", "/v1/p2?page=3"])
    }

    @Test func byAddress() async throws {
        targets.set([#"{"results":["a"],"next":"\#(server.url)/events?c=1"}"#, #"{"results":["b"],"next":null}"#])
        #expect(try await items(client.listEventsPages()) == ["a", "b"])
        #expect(targets.seen == ["/events", "/events?c=1"])
    }

    @Test func anotherServersAddressIsNotFollowed() async throws {
        targets.set([#"{"results":["a"],"next":"http://evil.example/events"}"#])
        let error = await #expect(throws: ClientError.self) { try await items(client.listEventsPages()) }
        guard case .invalidRequest = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func asTheConfigurationNamesIt() async throws {
        targets.set([#"{"sold":[1,2],"returned":[9],"paging":{"following":7}}"#, #"{"sold":[3]}"#])
        #expect(try await items(client.listSalesPages()) == [1, 2, 3])
        #expect(targets.seen == ["/sales", "/sales?from-id=7"])
    }

    @Test func pagesAreFetchedWhenTheyAreAskedFor() async throws {
        targets.set([#"{"authors":["a","b"]}"#, #"{"authors":["c"]}"#])
        let pages = client.listAuthorsPages()
        #expect(targets.seen == [])
        for try await name in pages.items where name == "b" { break }
        #expect(targets.seen.count == 1)
        for try await page in pages where page.authors == ["c"] { break }
        #expect(targets.seen.count == 2)
    }

    @Test func cancellingEndsThem() async throws {
        targets.set([#"{"authors":["a"]}"#])
        let pages = client.listAuthorsPages()
        let task = Task {
            var count = 0
            for try await _ in pages.items { count += 1 }
            return count
        }
        while targets.seen.count < 3 { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aDoubleHasThemToo() async throws {
        struct Double: ClientProtocol {
            func listOrders(after: String?, options: RequestOptions) async throws -> ListOrdersResponse {
                let id = after == nil ? "1" : "2"
                return ListOrdersResponse(data: [.init(id: id)], hasMore: after == nil)
            }
        }
        let double: any ClientProtocol = Double()
        #expect(try await items(double.listOrdersPages()).map(\.id) == ["1", "2"])
    }
}

/// What the server answers next, and what it was asked for.
private final class Targets: @unchecked Sendable {
    private let lock = NSLock()
    private var bodies: [String] = []
    private var links: [String?] = []
    private var asked: [String] = []

    /// The last body is repeated without end.
    func set(_ bodies: [String], links: [String?] = []) {
        lock.withLock { (self.bodies, self.links, asked) = (bodies, links, []) }
    }

    var seen: [String] { lock.withLock { asked } }

    func answer(to request: LoopbackRequest) -> (headers: [(String, String)], body: String) {
        lock.withLock {
            asked.append(request.target)
            let link = links.isEmpty ? nil : links.removeFirst()
            let body = bodies.count > 1 ? bodies.removeFirst() : bodies.first ?? "null"
            return (link.map { [("Link", $0)] } ?? [], body)
        }
    }
}
