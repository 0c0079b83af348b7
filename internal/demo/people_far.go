package demo

// The people of Växjö, Angered, Blekinge and Gotland, and of the families whose whole stories are told from a noted need to their end.
var (
	farStaff = []Person{
		staff("vanja", "Vanja Dal", Post{"caseworker", "vx-bvc"}),
		staff("love", "Love Sten", Post{"caseworker", "vx-tal"}),
		staff("pia", "Pia Äng", Post{"caseworker", "vx-fsk"}),
		staff("rune", "Rune Helga", Post{"unit-manager", "vx-skola"}),
		staff("frida", "Frida Rås", Post{"caseworker", "vx-fam"}),
		staff("nadja", "Nadja Lärje", Post{"caseworker", "an-ens"}),
		staff("nils", "Nils Gråbo", Post{"unit-manager", "an-ens"}),
		staff("adam", "Adam Rannebo", Post{"administrator", "an-ens"}),
		staff("sofia", "Sofia Gunnil", Post{"caseworker", "an-skola"}),
		staff("fredrik", "Fredrik Agnes", Post{"caseworker", "an-fritid"}),
		staff("bodil", "Bodil Eriks", Post{"caseworker", "an-bup"}),
		staff("petra", "Petra Lövgärde", Post{"caseworker", "an-polis"}),
		staff("stina", "Stina Sturkö", Post{"caseworker", "bl-evi"}),
		staff("bengt", "Bengt Aspö", Post{"unit-manager", "bl-evi"}),
		staff("sven", "Sven Tjurkö", Post{"system-administrator", "bl-evi"}),
		staff("signe", "Signe Lyckå", Post{"unit-manager", "ka-skola"}),
		staff("stellan", "Stellan Vämö", Post{"caseworker", "ka-skola"}),
		staff("svea", "Svea Hästö", Post{"caseworker", "ka-skola"}),
		staff("harald", "Harald Fårö", Post{"unit-manager", "go-skola"}),
		staff("hanna", "Hanna Slite", Post{"caseworker", "go-skola"}),
		staff("rakel", "Rakel Hemse", Post{"unit-manager", "go-fsk"}),
		staff("elin", "Elin Burs", Post{"caseworker", "go-elev"}),
		staff("ingrid", "Ingrid Klinte", Post{"caseworker", "go-barn"}),
		staff("ivar", "Ivar Roma", Post{"unit-manager", "go-barn"}),
		staff("asa", "Åsa Tofta", Post{"analyst", "go-barn"}),
		staff("majken", "Majken Stånga", Post{"caseworker", "go-fam"}),
		staff("botvid", "Botvid Lärbro", Post{"caseworker", "go-linje"}),
		staff("ylva", "Ylva Fide", Post{"caseworker", "go-bup"}),
	}
	farCitizens = []Person{
		citizen("jenny", "Jenny Lind", "guardian", "1983-10-03", 2),
		citizen("jonas", "Jonas Lind", "guardian", "1981-06-14", 1),
		citizen("juni", "Juni Lind", "child", "2011-03-09", 0),
		citizen("ellen", "Ellen Ryd", "guardian", "1991-02-11", 6),
		citizen("elsa", "Elsa Ryd", "child", "2016-01-22", 4),
		citizen("gustav", "Gustav Hjäll", "guardian", "1969-08-19", 7),
		citizen("farid", "Farid Rahimi", "child", "2003-05-06", 9),
		citizen("malin", "Malin Backe", "guardian", "1986-11-12", 4),
		citizen("vilgot", "Vilgot Backe", "child", "2013-04-17", 13),
		citizen("hedvig", "Hedvig Visne", "guardian", "1987-07-21", 10),
		citizen("torsten", "Torsten Visne", "guardian", "1984-01-30", 5),
		citizen("ebbe", "Ebbe Visne", "child", "2012-05-02", 17),
	}
)
