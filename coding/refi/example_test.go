// A project of another program, read, looked at and written.

package refi_test

import (
	"bytes"
	"fmt"
	"log"
	"os"

	"github.com/hasteslowly/readiness/coding/refi"
)

func Example() {
	f, err := os.Open("testdata/nvivo12win-redacted.qdpx")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		log.Fatal(err)
	}
	p, report, err := refi.ReadProject(f, info.Size(), refi.Limits{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Origin, report.Warnings)
	m, report, err := p.Material(refi.MaterialOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(m.Documents), "texts,", len(m.Codings), "codings;", report.Warnings[0].What)
	var b bytes.Buffer
	written, err := p.Write(&b)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("lost in writing:", written.Losses)
	// Output:
	// NVivo for Windows 12.6 [Sources (and 3 more): is the folder of files; its name should be sources]
	// 2 texts, 303 codings; positions are read as utf-16, line ends as two: 603 of 606 beginnings and ends lie at words
	// lost in writing: []
}
