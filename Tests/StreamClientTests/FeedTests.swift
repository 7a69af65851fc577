// Every kind of stream, from its document to typed events over the loopback.

import Foundation
import GoldenFeeds
import MartletLoopback
import MartletRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct FeedTests {
    /// The client of a server that answers a path so.
    private func client(_ path: String, _ type: String, _ body: String) -> (client: Client, server: ScriptedServer) {
        let server = ScriptedServer([path: (type, body)])
        return (Client(server: server.url), server)
    }

    private func all<E>(_ stream: EventStream<E>) async throws -> [E] {
        var events: [E] = []
        for try await event in stream { events.append(event) }
        return events
    }

    /// All parts of the first speaker that have one.
    @Test func textsOfAList() async throws {
        let (client, server) = client(
            "/lecture", "text/event-stream",
            """
            data: {"speakers":[{"parts":[{"text":"Look"},{"slide":1},{"text":" up"}]},{"parts":[{"text":"?"}]}]}

            data: {"speakers":[{"parts":[{"slide":2},{"text":"!"}]}]}

            data: {"speakers":[{"parts":[{"slide":3}]}]}

            data: {"speakers":[]}


            """)
        var texts: [String] = []
        for try await text in try await client.hearLecture().text { texts.append(text) }
        #expect(texts == ["Look up", "!"])
        #expect(server.requests.map(\.target) == ["/lecture"])
    }

    @Test func eventsAsTheirFields() async throws {
        let (client, server) = client(
            "/sky", "text/event-stream",
            """
            id: 7
            event: star
            data: {"name":
            data: "Vega"}

            event: note
            data: clear "sky"
            data: at last

            event: seeing
            data: 0.8

            event: comet
            data: {"name":"Halley"}

            event: seeing
            data: bad

            event: star


            """)
        let events = try await all(try await client.watchSky())
        #expect(
            events.prefix(3) == [
                .star(.init(id: "7", data: Star(name: "Vega"))), .note(.init(data: "clear \"sky\"\nat last")),
                .seeing(.init(data: 0.8)),
            ])
        guard case .unknown(let unknown) = events[3], case .undecodable(let odd) = events[4] else {
            Issue.record("\(events)")
            return
        }
        #expect((unknown.type, unknown.data) == ("comet", #"{"name":"Halley"}"#))
        #expect((odd.type, odd.data) == ("seeing", "bad"))
        // A block without data is no event.
        #expect(events.count == 5)
        #expect(server.requests.map { $0.header("accept") } == ["text/event-stream"])
    }

    @Test func fieldsOfOneKind() async throws {
        let (client, server) = client(
            "/sky/stars", "text/event-stream",
            """
            retry: 5
            event: rise
            data: {"name":"Deneb","magnitude":1.25}

            data: {"event":"rise","data":{"name":"Altair"}}

            data: [DONE]


            """)
        defer { withExtendedLifetime(server) {} }
        #expect(
            try await all(try await client.watchStars()) == [
                .event(.init(data: .init(name: "Deneb", magnitude: 1.25), event: "rise", retry: 5)),
                .event(.init(data: .init(name: "Altair"), event: "rise")),
            ])
    }

    @Test func textIsText() async throws {
        let (client, server) = client("/log", "text/event-stream", "data: 1\n\ndata: {\"a\":\ndata\n\ndata:  x\n\n")
        defer { withExtendedLifetime(server) {} }
        let events = try await all(try await client.readLog())
        #expect(events == ["1", "{\"a\":\n", " x"].map { .event(.init(data: $0)) })
    }

    @Test func namesAlone() async throws {
        let (client, server) = client(
            "/dome", "text/event-stream",
            """
            event: turned
            data: {"azimuth":10}

            event: moved
            data: {"azimuth":20,"type":"opened"}

            data: {"azimuth":30}

            event: closed
            data: {"reason":"rain"}

            event: turned
            data: {"azimuth":40}


            """)
        defer { withExtendedLifetime(server) {} }
        let events = try await all(try await client.watchDome())
        #expect(events.count == 4)
        #expect(events[0] == .turned(.init(azimuth: 10)))
        guard case .moved(let moved) = events[1], case .unknown(let nameless) = events[2] else {
            Issue.record("\(events)")
            return
        }
        #expect(moved.azimuth == 20)
        #expect(nameless.type == "message")
        #expect(events[3] == .closed(.init(reason: "rain")))
    }

    @Test func jsonLines() async throws {
        let (client, server) = client(
            "/catalogue", "application/jsonl", "{\"name\":\"Sirius\"}\r\n\n  \n{\"name\":1}\n{\"name\":\"Rigel\"}\n")
        let events = try await all(try await client.exportCatalogue())
        #expect(events.first == .event(.init(name: "Sirius")))
        #expect(events.last == .event(.init(name: "Rigel")))
        guard case .undecodable(let odd) = events[1] else {
            Issue.record("\(events)")
            return
        }
        #expect(odd.failure.path == "$.name")
        #expect(server.requests.map { $0.header("accept") } == ["application/jsonl"])
    }

    @Test func linesOrJSONByAccept() async throws {
        let lines = #"{"kind":"found","star":{"name":"Mira"}}"# + "\n" + #"{"kind":"lost","name":"Vulcan"}"#
        let (client, server) = client("/catalogue/changes", "text/plain", lines)
        #expect(
            try await all(try await client.exportChangesStream()) == [
                .found(.init(star: .init(name: "Mira"))), .lost(.init(name: "Vulcan")),
            ])
        _ = try? await client.exportChanges()
        #expect(server.requests.map { $0.header("accept") } == ["application/x-ndjson", "application/json"])
    }

    @Test func sequencesByParameter() async throws {
        let body =
            "\u{1E}{\"instrument\":\"t\",\"value\":1}\n\u{1E}{\"instrument\":\"t\",\u{1E}\n"
            + "\u{1E}\u{1E}{\"instrument\":\"t\",\"value\":2}"
        let (client, server) = client("/readings", "application/json-seq", body)
        let events = try await all(try await client.listReadingsStream())
        #expect(events.first == .event(.init(instrument: "t", value: 1)))
        #expect(events.last == .event(.init(instrument: "t", value: 2)))
        guard events.count == 3, case .undecodable(let cut) = events[1] else {
            Issue.record("\(events)")
            return
        }
        #expect(cut.failure.message == "is cut short")
        _ = try? await client.listReadings()
        #expect(server.requests.map(\.target) == ["/readings?live=true", "/readings"])
    }

    @Test func aSequenceThatEndsWithinATextIsTruncated() async throws {
        let (client, server) = client(
            "/seismograph", "application/json-seq",
            "\u{1E}{\"instrument\":\"s\",\"value\":1}\n\u{1E}{\"instrument\":\"s\",\"val")
        defer { withExtendedLifetime(server) {} }
        var events: [WatchSeismographStreamEvent] = []
        let error = await #expect(throws: ClientError.self) {
            for try await event in try await client.watchSeismograph() { events.append(event) }
        }
        #expect(events == [.event(.init(instrument: "s", value: 1))])
        guard case .truncatedStream = error?.kind else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func streamingByDefault() async throws {
        let (client, server) = client(
            "/answer", "application/x-ndjson", "{\"text\":\"far\",\"done\":false}\n{\"text\":\" away\",\"done\":true}\n"
        )
        let events = try await all(try await client.askAstronomerStream(.init(question: "Where?")))
        #expect(events == [.event(.init(text: "far", done: false)), .event(.init(text: " away", done: true))])
        _ = try? await client.askAstronomer(.init(question: "Where?"))
        #expect(
            server.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"question":"Where?","stream":true}"#, #"{"question":"Where?","stream":false}"#,
            ])
    }

    /// Text stays as it is, whatever it looks like, beside an event whose data is JSON.
    @Test func textBesideANamedEvent() async throws {
        let (client, server) = client(
            "/talk", "text/event-stream",
            "data: 42\n\ndata: {\n\ndata: \"so\"\n\nevent: length\ndata: 7\n\nevent: pause\ndata: null\n\n")
        #expect(
            try await all(try await client.hearTalk()) == [
                .said(.init(data: "42")), .said(.init(data: "{")), .said(.init(data: "\"so\"")),
                .length(.init(data: 7)),
                .said(.init(data: "null")),
            ])
        #expect(server.requests.map(\.target) == ["/talk"])
    }

    /// Text in JSON is unpacked, and null is none; what says 204 ends at once.
    @Test func textInJSON() async throws {
        let (client, server) = client(
            "/murmurs", "text/event-stream",
            "data: \"he \\\"said\\\"\"\n\ndata: null\n\ndata: \"[DONE]\"\n\ndata: [DONE]\n\n"
        )
        defer { withExtendedLifetime(server) {} }
        #expect(
            try await all(try await client.hearMurmurs())
                == ["he \"said\"", nil, "[DONE]"].map { .event(.init(data: $0)) })
        let silent = ScriptedServer { $1.respond(204) }
        #expect(try await all(try await Client(server: silent.url).hearMurmurs()) == [])
    }

    /// A null that the document lists is an item like others, or one of none where there are several kinds.
    @Test func linesThatAreNull() async throws {
        let (client, server) = client(
            "/sightings", "application/jsonl", "{\"name\":\"Vega\"}\nnull\n{\"name\":\"Mira\"}\n")
        defer { withExtendedLifetime(server) {} }
        let events = try await all(try await client.listSightings())
        #expect(events == [.event(.init(name: "Vega")), .event(nil), .event(.init(name: "Mira"))])
        #expect(try JSONEncoder().encode(events[1]) == Data("null".utf8))
        let several = ScriptedServer(["/omens": ("application/jsonl", "{\"name\":\"Vega\"}\nnull\n")])
        let omens = try await all(try await Client(server: several.url).listOmens())
        #expect(
            omens == [
                .star(.init(name: "Vega")), .unknown(.init(type: "", data: "null", json: .null)),
            ])
    }

    /// What no event has as a whole begins with nothing in it.
    @Test func aValueThatIsBuiltUp() async throws {
        let (client, server) = client(
            "/forecast", "text/event-stream",
            """
            data: {"type":"hour","index":0,"text":"fair"}

            data: {"type":"placed","name":"Pic"}

            data: {"type":"words","text":"Clear"}

            data: {"type":"words","text":" skies"}

            data: {"type":"closed"}


            """)
        let ask = ForecastRequest(place: "Pic")
        let forecast = try await client.forecastStream(ask).finalValue()
        #expect(forecast == Forecast(place: .init(name: "Pic"), hours: ["fair"], text: "Clear skies"))
        _ = try? await client.forecast(ask)
        #expect(
            server.requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"place":"Pic","response_mode":"streaming"}"#, #"{"place":"Pic","response_mode":"blocking"}"#,
            ])
    }
    /// What an event says that adds nothing to the value isn't missing, whatever it is called.
    @Test func whatAddsNothingIsTold() async throws {
        let (client, server) = client(
            "/forecast", "text/event-stream",
            """
            data: {"type":"words","text":"Clear"}

            data: {"type":"closed","text":"oops"}


            """)
        defer { withExtendedLifetime(server) {} }
        let forecast = try await client.forecastStream(ForecastRequest(place: "Pic")).finalValue()
        #expect(forecast.text == "Clear")
        #expect(forecast.wire.issues.map(\.description) == ["$.text: is a string (expected array)"])
    }
}
