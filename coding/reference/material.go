// The evidence as material, with the country of each source.

package reference

import (
	"strings"

	"github.com/hasteslowly/readiness/coding"
)

// Material gives what the ledger placed, each source a case with its kind, what was seen of it, and its country where its setting names one.
func (d *Derivation) Material() *coding.Material {
	m := d.State.Material("the ledger")
	settings := map[string]string{}
	for s := range d.Catalogue.Sources() {
		settings[s.ID] = s.Setting
	}
	for i, c := range m.Cases {
		if country := countryOf(settings[c.ID] + " " + c.Name); country != "" {
			m.Cases[i].Attributes["country"] = country
		}
	}
	return m
}

// countries are looked for in this order, longer names before those that are in them.
var countries = []struct{ name, says string }{
	{"United Kingdom", "England|Scotland|Wales|Northern Ireland|UK|United Kingdom|NHS|London"}, {"United States", "United States|USA|US |US;|US,|New York|California|Oregon|Texas|Veterans"},
	{"Australia", "Australia"}, {"New Zealand", "New Zealand"}, {"Canada", "Canada|Ontario|Quebec"}, {"Germany", "Germany|German"}, {"Netherlands", "Netherlands|Dutch"}, {"Norway", "Norway|Norwegian"},
	{"Denmark", "Denmark|Danish"}, {"Sweden", "Sweden|Swedish"}, {"Finland", "Finland|Finnish"}, {"Switzerland", "Switzerland|Swiss"}, {"France", "France|French"}, {"Austria", "Austria"}, {"Estonia", "Estonia"},
	{"Singapore", "Singapore"}, {"India", "India"}, {"Kenya", "Kenya"}, {"Ethiopia", "Ethiopia"}, {"Ghana", "Ghana"}, {"South Africa", "South Africa|Gauteng"}, {"Israel", "Israel"}, {"Europe", "Europe|EU "},
}

func countryOf(text string) string {
	for _, c := range countries {
		for says := range strings.SplitSeq(c.says, "|") {
			if strings.Contains(text, says) {
				return c.name
			}
		}
	}
	return ""
}
