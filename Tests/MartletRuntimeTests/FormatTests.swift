// Dates, moments and base64, as tables.

import Foundation
import MartletRuntime
import Testing

@Suite struct FormatTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01t00:00:01z", 1), ("2026-11-20T12:30:00+01:00", 1_795_174_200),
            ("1969-12-31T23:59:59.5Z", -0.5), ("2000-02-29T00:00:00.123456789-00:30", 951_784_200.123456789),
            ("0001-01-01T00:00:00Z", -62_135_596_800), ("2016-12-31T23:59:60Z", 1_483_228_800),
            // As services write it.
            ("2021-01-17T12:34:00.000+0000", 1_610_886_840), ("2026-11-20T12:30:00+0130", 1_795_172_400),
            ("2024-01-02T03:04:05.123456", 1_704_164_645.123456), ("2024-01-02T03:04:05", 1_704_164_645),
            ("2024-01-02 03:04:05+00:00", 1_704_164_645), ("2024-01-02T03:04:05-01", 1_704_168_245),
            ("2024-01-02t03:04Z", 1_704_164_640), ("2024-01-02 03:04", 1_704_164_640),
        ] as [(String, Double)]) func moments(_ text: String, _ time: Double) throws
    {
        let moment = try #require(Timestamp(text))
        #expect(abs(moment.date.timeIntervalSince1970 - time) < 1e-6)
        #expect(try JSONValue(encoding: moment) == .string(text))
        #expect(Timestamp(moment.date).date == moment.date || text.contains("6789"))
    }

    @Test(arguments: [
        "2026-11-20", "2026-11-20T12", "2026-11-20T12:30.5Z", "2026-11-2012:30:00", "2026-11-20T",
        "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-11-20T24:00:00Z", "2026-11-20T12:30:00.Z", "2026-11-20T12:30:00+1",
        "2026-11-20T12:30:00+01:", "2026-11-20T12:30:00+01:60", "2026-11-20T12:30:00+010", "2026-11-20T12:30:00 ",
        "2026-11-20_12:30:00", "12:30:00", "2026-11-20T12:30:00Zx", "",
        "2026-11-20T12:30:0\u{0665}Z",
    ]) func noMoments(_ text: String) {
        #expect(Timestamp(text) == nil)
        #expect(throws: DecodingError.self) { try JSONValue.string(text).decode(Timestamp.self) }
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_795_174_200.25, "2026-11-20T11:30:00.250Z"),
            (951_784_200.000001, "2000-02-29T00:30:00.000001Z"), (-0.5, "1969-12-31T23:59:59.500Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"), (1e18, "9999-12-31T23:59:59Z"),
        ] as [(Double, String)]) func momentsOfDates(_ time: Double, _ text: String)
    {
        #expect(Timestamp(Date(timeIntervalSince1970: time)).text == text)
    }

    @Test func momentsCompare() throws {
        let early = try #require(Timestamp("2026-11-20T12:30:00+01:00"))
        #expect(try early == #require(Timestamp("2026-11-20T11:30:00.0Z")))
        #expect(try early < #require(Timestamp("2026-11-20T11:30:00.000000001Z")))
    }

    @Test func days() throws {
        #expect(CalendarDate("2024-02-29")?.description == "2024-02-29")
        #expect(try JSONValue("0099-01-31").decode(CalendarDate.self).year == 99)
        for text in ["2023-02-29", "1900-02-29", "2024-04-31", "2024-00-01", "24-01-01", "2024-1-1", "2024-01-01x"] {
            #expect(CalendarDate(text) == nil)
        }
    }

    @Test func bytes() throws {
        #expect(try JSONValue("aGk").decode(Base64Data.self).data == Data("hi".utf8))
        #expect(try JSONValue(encoding: JSONValue("aGk").decode(Base64Data.self)) == "aGk")
        #expect(Base64Data("-_8=") == Base64Data(Data([0xFB, 0xFF])))
        #expect(Base64Data("a!") == nil)
    }

    /// Written in the alphabet of URLs, without padding; read in both.
    @Test func base64URL() throws {
        let bytes = Data([0xFF, 0xFE, 0xFD, 0x01])
        #expect(Base64URLData(bytes).text == "__79AQ" && Base64Data(bytes).text == "//79AQ==")
        for text in ["__79AQ", "__79AQ==", "//79AQ=="] {
            let value = try JSONValue.string(text).decode(Base64URLData.self)
            #expect(value.data == bytes)
            #expect(try JSONValue(encoding: value) == JSONValue.string(text))
        }
        #expect(Base64URLData("a!") == nil)
    }
}
