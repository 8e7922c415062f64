// The front door: browsing the reference catalogue.

package framework_test

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework"
)

// Browsing the reference catalogue.
func ExampleReference() {
	c := framework.Reference()
	t, _ := c.Type("consent-and-choice")
	fmt.Println(t.Name, "is", t.Form, "and", t.Provenance)
	for _, l := range first(c, "added-work").LearnsFrom {
		fmt.Println("added work learns from", l.Domain)
	}
	p, _ := c.Parameter("slow-at-point-of-care")
	fmt.Println(p.Name, "-", p.Area, p.Sources)
	// Output:
	// Consent and choice is ambivalent and operationalised
	// added work learns from human factors in emergency services
	// added work learns from volunteer organisations
	// Too slow when the patient is there - it-solution [greenhalgh-2008-scr-year1 helseplattformen-2024 holden-2011]
}

func first(c *framework.Catalogue, id string) framework.Type {
	t, _ := c.Type(id)
	return t
}
