// Signed ratings: -2..+2, "mix" and "missing", as in the Consolidated Framework for Implementation Research.

package profile

import (
	"fmt"
	"strings"
)

// MixStrength is what each side of a "mix" is rated, of 4. CFIR marks a mixed influence X without a strength; 2 is the strength
// that -1 and +1 have here, so that the two sides weigh as a weak hindrance and a weak help, and neither disappears.
const MixStrength = 2

// FromSigned converts a signed rating to the two sides of an observation: +1 and +2 help 2 and 4 and hinder 0, -1 and -2 hinder
// 2 and 4 and help 0, 0 is 0 on both, "mix" is [MixStrength] on both; "missing" and the empty string are not asked.
// Source of the scale: Damschroder & Lowery 2013, Implementation Science 8:51.
func FromSigned(s string) (hinders, helps Rating, state State, err error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "2", "+2":
		return Rate(0), Rate(4), Rated, nil
	case "1", "+1":
		return Rate(0), Rate(2), Rated, nil
	case "0":
		return Rate(0), Rate(0), Rated, nil
	case "-1":
		return Rate(2), Rate(0), Rated, nil
	case "-2":
		return Rate(4), Rate(0), Rated, nil
	case "mix":
		return Rate(MixStrength), Rate(MixStrength), Rated, nil
	case "missing", "":
		return 0, 0, NotAsked, nil
	}
	return 0, 0, 0, fmt.Errorf("%.40q is no signed rating: -2, -1, 0, 1, 2, mix or missing", s)
}
