// The requests that the page shows, as JSON.

/// What the page's examples send.
enum PageExample {
    static let text = #"{"model": "gpt-5.4", "input": "Tell me a three sentence bedtime story about a unicorn."}"#

    static let imageURL =
        "https://upload.wikimedia.org/wikipedia/commons/thumb/d/dd/"
        + "Gfp-wisconsin-madison-the-nature-boardwalk.jpg/2560px-Gfp-wisconsin-madison-the-nature-boardwalk.jpg"

    static let image = """
        {"model": "gpt-5.4", "input": [{"role": "user", "content": [
          {"type": "input_text", "text": "What is in this image?"}, {"type": "input_image", "image_url": "\(imageURL)"}]}]}
        """

    static let file = """
        {"model": "gpt-5.4", "input": [{"role": "user", "content": [
          {"type": "input_text", "text": "What is in this file?"},
          {"type": "input_file", "file_url": "https://www.berkshirehathaway.com/letters/2024ltr.pdf"}]}]}
        """

    static let function = """
        {"model": "gpt-5.4", "input": "What is the weather like in Boston today?", "tools": [
          {"type": "function", "name": "get_current_weather", "description": "Get the current weather in a given location",
           "parameters": {"type": "object", "properties": {
               "location": {"type": "string", "description": "The city and state, e.g. San Francisco, CA"},
               "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]}},
             "required": ["location", "unit"]}}]}
        """

    static let structure = """
        {"model": "gpt-5.4", "input": "List 3 programming languages with their main use cases", "text": {"format": {
          "type": "json_schema", "name": "languages", "strict": true, "schema": {
            "type": "object", "properties": {"languages": {"type": "array", "items": {
              "type": "object", "properties": {"name": {"type": "string"}, "use_case": {"type": "string"}},
              "required": ["name", "use_case"], "additionalProperties": false}}},
            "required": ["languages"], "additionalProperties": false}}}}
        """

    static let reasoning = """
        {"model": "o4-mini", "input": "Solve step by step: What is 15% of 240?", "reasoning": {"effort": "high"}}
        """

    static let webSearch = """
        {"model": "gpt-5.4", "tools": [{"type": "web_search_preview"}],
         "input": "What was a positive news story from today?"}
        """

    static let followUp = """
        {"model": "gpt-5.4", "input": "Can you explain that more simply?",
         "previous_response_id": "resp_0a153ae8201f73bc0069a7e8044cc481"}
        """

    static let streaming = """
        {"model": "gpt-5.4", "input": "Tell me a three sentence bedtime story about a unicorn.", "stream": true}
        """
}
