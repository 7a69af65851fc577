// The example reply of the page that describes the endpoint, and a stream in the page's order of events.

/// The example of a response on the page.
let pageReply = """
    {"id": "resp_0a153ae8201f73bc0069a7e8044cc481", "object": "response", "created_at": 1772611588,
     "status": "completed", "background": false, "completed_at": 1772611589, "error": null, "incomplete_details": null,
     "instructions": null, "max_output_tokens": null, "model": "gpt-4.1-nano",
     "output": [{"id": "msg_0a153ae8201f73bc0069a7e8049a8881", "type": "message", "status": "completed",
       "content": [{"type": "output_text", "annotations": [], "text": "Four."}], "role": "assistant"}],
     "parallel_tool_calls": true, "previous_response_id": null, "prompt_cache_key": null,
     "prompt_cache_retention": null, "reasoning": {"effort": null, "summary": null}, "safety_identifier": null,
     "service_tier": "auto", "store": true, "temperature": 1, "text": {"format": {"type": "text"}, "verbosity": "medium"},
     "tool_choice": "auto", "tools": [], "top_p": 1, "truncation": "disabled",
     "usage": {"input_tokens": 19, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": 9,
       "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 28},
     "user": null, "metadata": {}}
    """

/// The reply that an older page shows for the same endpoint: a chat completion.
let chatReply = """
    {"id": "chatcmpl-AreYSBEwmzB0kY3GxzBEhE1Olct83", "object": "chat.completion", "created": 1737350640,
     "model": "o3-pro", "system_fingerprint": "fp_f3927aa00d",
     "choices": [{"index": 0, "message": {"content": "Hello! How can I assist you today?", "role": "assistant"},
       "finish_reason": "stop"}],
     "usage": {"completion_tokens": 9, "completion_tokens_details": {}, "prompt_tokens": 9,
       "prompt_tokens_details": {}, "total_tokens": 18}}
    """
