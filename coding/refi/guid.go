// Attribute values that real files spell in several ways.

package refi

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A GUID names a thing: lower case, without braces. What is no GUID stays as it was found.
type GUID string

var guidPattern = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// UnmarshalXMLAttr brings a GUID into its form.
func (g *GUID) UnmarshalXMLAttr(a xml.Attr) error {
	*g = normal(a.Value)
	return nil
}

func normal(s string) GUID {
	s = strings.TrimSpace(s)
	n := strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(s, "{"), "}"))
	if guidPattern.MatchString(n) {
		return GUID(n)
	}
	return GUID(s)
}

// Valid says whether it has the form of a GUID.
func (g GUID) Valid() bool { return guidPattern.MatchString(string(g)) }

// NewGUID makes the GUID of a name: the same name, the same GUID.
func NewGUID(name string) GUID {
	h := sha256.Sum256([]byte(name))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // version 8, of one's own making
	return GUID(fmt.Sprintf("%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16]))
}

// A Time is an xsd:dateTime as found.
type Time string

var timePattern = regexp.MustCompile(`^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d):[0-5]\d)?$`)

// Valid says whether it has the form of an xsd:dateTime.
func (t Time) Valid() bool { return timePattern.MatchString(string(t)) }

// A Color is #RGB or #RRGGBB.
type Color string

var (
	colorPattern = regexp.MustCompile(`^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$`)
	rgbPattern   = regexp.MustCompile(`^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(,[^)]*)?\)$`)
	alphaPattern = regexp.MustCompile(`^#[A-Fa-f0-9]{8}$`)
)

// Valid says whether it has one of the two forms.
func (c Color) Valid() bool { return colorPattern.MatchString(string(c)) }

// mended turns rgb(...) and colours with an alpha part into the standard's form, or gives an empty one.
func (c Color) mended() Color {
	if alphaPattern.MatchString(string(c)) {
		return c[:7]
	}
	if m := rgbPattern.FindStringSubmatch(string(c)); m != nil {
		var rgb [3]int
		for i := range rgb {
			rgb[i], _ = strconv.Atoi(m[i+1])
		}
		return Color(fmt.Sprintf("#%02x%02x%02x", min(rgb[0], 255), min(rgb[1], 255), min(rgb[2], 255)))
	}
	return ""
}

// A Word is one of a closed list: a direction, shape, line style or type of variable.
type Word string

// An Int is a whole number; one that was not readable is NoInt.
type Int int64

// NoInt stands for a number that was not readable.
const NoInt Int = math.MinInt64

// UnmarshalXMLAttr reads a whole number, also one written with a decimal point and zeros.
func (n *Int) UnmarshalXMLAttr(a xml.Attr) error {
	text := strings.TrimSpace(a.Value)
	if whole, zeros, ok := strings.Cut(text, "."); ok && strings.Trim(zeros, "0") == "" {
		text = whole
	}
	v, err := strconv.ParseInt(text, 10, 64)
	*n = Int(v)
	if err != nil {
		*n = NoInt
	}
	return nil
}

// A Flag is true, false or not said.
type Flag string

// UnmarshalXMLAttr reads true, false, 1, 0 in any case.
func (f *Flag) UnmarshalXMLAttr(a xml.Attr) error {
	switch strings.ToLower(strings.TrimSpace(a.Value)) {
	case "true", "1":
		*f = "true"
	case "false", "0":
		*f = "false"
	default:
		*f = Flag(a.Value)
	}
	return nil
}
