// Percent agreement, by pairs and by whole units.

package agreement

// PercentAgreement is how often two coders who rated the same unit agree.
var PercentAgreement = Statistic{
	Name: "percent_agreement", Title: "Percent agreement",
	Formula:      "mean over units with two ratings or more of agreeing pairs / pairs, weighted if weights are given; Pooled: pairs / (m-1) summed over units, divided by ratings",
	Undefined:    "no unit has two ratings",
	Confused:     "the share of units on which all coders agree (percent_agreement_all_equal); with missing cells, the pooled and the unpooled share differ",
	Source:       "Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.",
	TakesWeights: true,
	compute: func(t *Table, o prepared) raw {
		y := t.tallied(o.weights)
		if y.rated(2) == 0 {
			return raw{undefined: noPairs}
		}
		return raw{value: y.agreement(o.Pooled)}
	},
	influence: func(t *Table, o prepared, r raw) []float64 {
		return t.influences(o, func(u unit) float64 { return u.agreement * u.scale })
	},
}

// PercentAllEqual is the share of units on which every rating is the same.
var PercentAllEqual = Statistic{
	Name: "percent_agreement_all_equal", Title: "Percent agreement, whole units",
	Formula:   "units with two ratings or more that are all in one category / units with two ratings or more",
	Undefined: "no unit has two ratings",
	Confused:  "percent_agreement, which counts pairs; this falls as coders are added",
	Source:    "as in the R package irr, function agree",
	compute: func(t *Table, _ prepared) raw {
		equal, units := 0, 0
		for i := 0; i < len(t.cells); i += t.coders {
			rated, same := unanimous(t.cells[i : i+t.coders])
			if rated > 1 {
				units++
				if same {
					equal++
				}
			}
		}
		if units == 0 {
			return raw{undefined: noPairs}
		}
		return raw{value: float64(equal) / float64(units)}
	},
}

func unanimous(row []uint16) (rated int, same bool) {
	first := uint16(0)
	same = true
	for _, c := range row {
		if c == 0 {
			continue
		}
		if rated++; first == 0 {
			first = c
		}
		same = same && c == first
	}
	return rated, same
}
