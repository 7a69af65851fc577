// Times, durations, decimals and counted seconds, as tables.

import Foundation
import MartletRuntime
import Testing

@Suite struct TextFormatTests {
    @Test(
        arguments: [
            ("12:30:00Z", [12, 30, 0, 0], 0), ("23:59:60.25+01:30", [23, 59, 60, 250_000_000], 5400),
            ("00:00:00.0000000019-00:30", [0, 0, 0, 1], -1800), ("07:05:09", [7, 5, 9, 0], nil),
            ("07:05", [7, 5, 0, 0], nil), ("12:30:00z", [12, 30, 0, 0], 0),
        ] as [(String, [Int], Int?)]) func times(_ text: String, _ parts: [Int], _ offset: Int?) throws
    {
        let time = try JSONValue.string(text).decode(TimeOfDay.self)
        #expect([time.hour, time.minute, time.second, time.nanosecond] == parts)
        #expect(time.offset == offset)
        #expect(try JSONValue(encoding: time) == .string(text))
        #expect(String(time) == text)
    }

    @Test(arguments: [
        "", "12", "24:00:00Z", "12:60:00Z", "12:30:61Z", "12:30:00.Z", "12:30:00+0100", "12:30:00+24:00", "12:30:00Zx",
        "1:30:00Z", "2026-11-20T12:30:00Z",
    ]) func noTimes(_ text: String) {
        #expect(TimeOfDay(text) == nil)
        let message = try? #require(
            throws: DecodingError.self
        ) { try JSONValue.string(text).decode(TimeOfDay.self) }
        #expect(message.map { "\($0)".contains("is not a time such as 12:30:00Z") } == true)
    }

    @Test func timesAreMadeAndCompared() throws {
        #expect(TimeOfDay(hour: 9, minute: 5)?.text == "09:05:00Z")
        #expect(TimeOfDay(hour: 9, minute: 5, second: 7, offset: -19_800)?.text == "09:05:07-05:30")
        #expect(TimeOfDay(hour: 9, minute: 5, offset: nil)?.text == "09:05:00")
        #expect(TimeOfDay(hour: 24, minute: 0) == nil && TimeOfDay(hour: -1, minute: 0) == nil)
        #expect(TimeOfDay(hour: 1, minute: 0, offset: 90) == nil)
        #expect(try #require(TimeOfDay("08:00Z")) < #require(TimeOfDay("08:00:00.5+02:00")))
        #expect(TimeOfDay("08:00Z") == TimeOfDay("08:00:00.0+00:00"))
    }

    @Test(
        arguments: [
            ("P1Y2M10DT2H30M", [1, 2, 0, 10, 2, 30, 0, 0], nil),
            ("P3W", [0, 0, 3, 0, 0, 0, 0, 0], .seconds(1_814_400)),
            ("PT36H", [0, 0, 0, 0, 36, 0, 0, 0], .seconds(129_600)),
            ("-PT0.5S", [0, 0, 0, 0, 0, 0, 0, 500_000_000], .milliseconds(-500)),
            ("P1DT1,000000001S", [0, 0, 0, 1, 0, 0, 1, 1], .seconds(86_401) + .nanoseconds(1)),
            ("PT0S", [0, 0, 0, 0, 0, 0, 0, 0], .zero), ("P0D", [0, 0, 0, 0, 0, 0, 0, 0], .zero),
            ("P999999999999999999W", [0, 0, 999_999_999_999_999_999, 0, 0, 0, 0, 0], nil),
        ] as [(String, [Int], Duration?)]) func durations(_ text: String, _ parts: [Int], _ length: Duration?) throws
    {
        let value = try JSONValue.string(text).decode(CalendarDuration.self)
        let found = [
            value.years, value.months, value.weeks, value.days, value.hours, value.minutes, value.seconds,
            value.nanoseconds,
        ]
        #expect(found == parts)
        #expect(value.duration == length)
        #expect(try JSONValue(encoding: value) == .string(text))
    }

    @Test(arguments: [
        "", "P", "PT", "1D", "P1", "P1H", "PT1D", "P1DT", "P1D1Y", "PT1S1M", "P1.5D", "PT1.5H", "PT1.S", "P-1D", "P1Dx",
        "p1d", "P1234567890123456789D",
    ]) func noDurations(_ text: String) {
        #expect(CalendarDuration(text) == nil)
        #expect(throws: DecodingError.self) { try JSONValue.string(text).decode(CalendarDuration.self) }
    }

    @Test(
        arguments: [
            (.seconds(0), "PT0S"), (.seconds(5400), "PT1H30M"), (.milliseconds(-1500), "-PT1.5S"),
            (.seconds(90_061) + .nanoseconds(7), "PT25H1M1.000000007S"), (.milliseconds(3_600_250), "PT1H0.25S"),
        ] as [(Duration, String)]) func durationsOfLengths(_ length: Duration, _ text: String)
    {
        let duration = CalendarDuration(length)
        #expect(duration.text == text)
        #expect(duration.duration == length)
        #expect(CalendarDuration(text) == duration)
    }

    @Test func durationsForCalendars() throws {
        let duration = try #require(CalendarDuration("-P1Y2M3DT4S"))
        #expect(
            duration.dateComponents
                == DateComponents(
                    year: -1, month: -2, day: -3, hour: 0, minute: 0, second: -4, nanosecond: 0, weekOfYear: 0))
        #expect(CalendarDuration("P7D") != CalendarDuration("P1W"))
    }

    @Test(arguments: [
        "1.50", "-0.10", "+7", "12345678901234567890123456789012345678", "1e3", "0",
        "+123456789302415.68210793e95", "1000000000000000000000000000000000000000000", "0.00e-7",
    ])
    func decimalsInText(_ text: String) throws {
        let value = try JSONValue.string(text).decode(DecimalText.self)
        #expect(try JSONValue(encoding: value) == .string(text))
        #expect(value.decimal == Decimal(string: text))
    }

    @Test(arguments: [
        "", "1.", ".5", "1,5", "1 ", "NaN", "0x1", "1e", "123456789012345678901234567890123456789",
        "1e999999999999999999999",
    ])
    func noDecimals(_ text: String) {
        #expect(DecimalText(text) == nil && DecimalNumber(text) == nil)
        #expect(throws: DecodingError.self) { try JSONValue.string(text).decode(DecimalText.self) }
    }

    @Test(arguments: ["0.1", "1.5", "-12345678901234567890.123456789", "18446744073709551615", "3.133"])
    func decimalsInNumbers(_ text: String) throws {
        let value = try JSONDecoder().decode([DecimalNumber].self, from: Data("[\(text)]".utf8))[0]
        #expect(value.description == text)
        #expect(try String(decoding: JSONEncoder().encode([value]), as: UTF8.self) == "[\(text)]")
        #expect(try JSONValue(encoding: value).description == text)
    }

    @Test func decimalsCompare() {
        #expect(DecimalText("1.50") == DecimalText("1.5"))
        #expect(DecimalText(Decimal(25)).text == "25")
        #expect(DecimalNumber(7) == 7 && DecimalNumber(Decimal(6)) < 7)
    }

    @Test func countedSeconds() throws {
        let value = try JSONValue.integer(1_795_174_200).decode(UnixTime.self)
        #expect(value.date == Date(timeIntervalSince1970: 1_795_174_200))
        #expect(try JSONValue(encoding: value) == 1_795_174_200)
        #expect(UnixTime(Date(timeIntervalSince1970: -0.5)) == UnixTime(seconds: -1))
        #expect(UnixTime(Date(timeIntervalSince1970: 1e30)).seconds == .max)
        #expect(UnixTime("12") == UnixTime(seconds: 12) && UnixTime("x") == nil)
        #expect(throws: DecodingError.self) { try JSONValue("12").decode(UnixTime.self) }
    }
}
