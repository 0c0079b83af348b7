package luhn

// Valid tells whether the last digit of text is the check digit of those before it. A text with anything but the
// digits 0 to 9, or with fewer than two of them, is not valid.
func Valid(text string) bool {
	if len(text) < 2 {
		return false
	}
	last := len(text) - 1
	check, ok := Digit(text[:last])
	return ok && text[last] == check
}

// Digit gives the check digit that belongs after payload; false when payload is empty or not all digits.
func Digit(payload string) (byte, bool) {
	sum, double := 0, true
	for i := len(payload) - 1; i >= 0; i-- {
		if payload[i] < '0' || payload[i] > '9' {
			return 0, false
		}
		d := int(payload[i] - '0')
		if double {
			d = d*2/10 + d*2%10
		}
		sum, double = sum+d, !double
	}
	return '0' + byte((10-sum%10)%10), payload != ""
}
