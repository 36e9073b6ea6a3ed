/**
 * Three letters for each council, written by hand and kept for good: they are printed on maps, so one that has been
 * given is never changed and never given again.
 */
export const SHORT_CODES: Readonly<Record<string, string>> = {
  "201": "COL", // City of London
  "202": "CAM", // Camden
  "203": "GRE", // Greenwich
  "204": "HAC", // Hackney
  "205": "HAF", // Hammersmith and Fulham
  "206": "ISL", // Islington
  "207": "KEC", // Kensington and Chelsea
  "208": "LAM", // Lambeth
  "209": "LEW", // Lewisham
  "210": "SWK", // Southwark
  "211": "TOW", // Tower Hamlets
  "212": "WAN", // Wandsworth
  "213": "WES", // Westminster
  "301": "BAD", // Barking and Dagenham
  "302": "BNT", // Barnet
  "303": "BEX", // Bexley
  "304": "BRE", // Brent
  "305": "BRM", // Bromley
  "306": "CRO", // Croydon
  "307": "EAL", // Ealing
  "308": "ENF", // Enfield
  "309": "HGY", // Haringey
  "310": "HRW", // Harrow
  "311": "HAV", // Havering
  "312": "HIL", // Hillingdon
  "313": "HOU", // Hounslow
  "314": "KIN", // Kingston upon Thames
  "315": "MER", // Merton
  "316": "NWM", // Newham
  "317": "RED", // Redbridge
  "318": "RIC", // Richmond upon Thames
  "319": "SUT", // Sutton
  "320": "WAF", // Waltham Forest
  "330": "BIR", // Birmingham
  "331": "COV", // Coventry
  "332": "DUD", // Dudley
  "333": "SAN", // Sandwell
  "334": "SOL", // Solihull
  "335": "WSL", // Walsall
  "336": "WLV", // Wolverhampton
  "340": "KNO", // Knowsley
  "341": "LIV", // Liverpool
  "342": "STH", // St. Helens
  "343": "SEF", // Sefton
  "344": "WIR", // Wirral
  "350": "BOL", // Bolton
  "351": "BUR", // Bury
  "352": "MAN", // Manchester
  "353": "OLD", // Oldham
  "354": "ROC", // Rochdale
  "355": "SAL", // Salford
  "356": "STP", // Stockport
  "357": "TAM", // Tameside
  "358": "TRA", // Trafford
  "359": "WIG", // Wigan
  "370": "BNS", // Barnsley
  "371": "DON", // Doncaster
  "372": "ROT", // Rotherham
  "373": "SHE", // Sheffield
  "380": "BRA", // Bradford
  "381": "CAL", // Calderdale
  "382": "KIR", // Kirklees
  "383": "LEE", // Leeds
  "384": "WAK", // Wakefield
  "390": "GAT", // Gateshead
  "391": "NEW", // Newcastle upon Tyne
  "392": "NTY", // North Tyneside
  "393": "STY", // South Tyneside
  "394": "SUN", // Sunderland
  "420": "IOS", // Isles of Scilly
  "800": "BNE", // Bath and North East Somerset
  "801": "BRI", // Bristol, City of
  "802": "NSO", // North Somerset
  "803": "SGL", // South Gloucestershire
  "805": "HPL", // Hartlepool
  "806": "MID", // Middlesbrough
  "807": "RCC", // Redcar and Cleveland
  "808": "STN", // Stockton-on-Tees
  "810": "HUL", // Kingston upon Hull, City of
  "811": "ERY", // East Riding of Yorkshire
  "812": "NEL", // North East Lincolnshire
  "813": "NLI", // North Lincolnshire
  "815": "NYO", // North Yorkshire
  "816": "YOR", // York
  "821": "LUT", // Luton
  "822": "BED", // Bedford
  "823": "CBE", // Central Bedfordshire
  "825": "BUC", // Buckinghamshire
  "826": "MIL", // Milton Keynes
  "830": "DBY", // Derbyshire
  "831": "DER", // Derby
  "838": "DOR", // Dorset
  "839": "BCP", // Bournemouth, Christchurch and Poole
  "840": "DUR", // County Durham
  "841": "DAR", // Darlington
  "845": "ESU", // East Sussex
  "846": "BRH", // Brighton and Hove
  "850": "HAM", // Hampshire
  "851": "POR", // Portsmouth
  "852": "SOU", // Southampton
  "855": "LEI", // Leicestershire
  "856": "LEC", // Leicester
  "857": "RUT", // Rutland
  "860": "STA", // Staffordshire
  "861": "SOT", // Stoke-on-Trent
  "865": "WIL", // Wiltshire
  "866": "SWI", // Swindon
  "867": "BRF", // Bracknell Forest
  "868": "WAM", // Windsor and Maidenhead
  "869": "WBE", // West Berkshire
  "870": "REA", // Reading
  "871": "SLO", // Slough
  "872": "WOK", // Wokingham
  "873": "CMB", // Cambridgeshire
  "874": "PET", // Peterborough
  "876": "HAL", // Halton
  "877": "WAR", // Warrington
  "878": "DEV", // Devon
  "879": "PLY", // Plymouth
  "880": "TOR", // Torbay
  "881": "ESS", // Essex
  "882": "SOS", // Southend-on-Sea
  "883": "THU", // Thurrock
  "884": "HER", // Herefordshire, County of
  "885": "WOR", // Worcestershire
  "886": "KEN", // Kent
  "887": "MED", // Medway
  "888": "LAN", // Lancashire
  "889": "BWD", // Blackburn with Darwen
  "890": "BLP", // Blackpool
  "891": "NOT", // Nottinghamshire
  "892": "NGM", // Nottingham
  "893": "SHR", // Shropshire
  "894": "TEL", // Telford and Wrekin
  "895": "CHE", // Cheshire East
  "896": "CHW", // Cheshire West and Chester
  "908": "COR", // Cornwall
  "916": "GLO", // Gloucestershire
  "919": "HRT", // Hertfordshire
  "921": "IOW", // Isle of Wight
  "925": "LIN", // Lincolnshire
  "926": "NOR", // Norfolk
  "929": "NBL", // Northumberland
  "931": "OXF", // Oxfordshire
  "933": "SOM", // Somerset
  "935": "SUF", // Suffolk
  "936": "SUR", // Surrey
  "937": "WRK", // Warwickshire
  "938": "WSU", // West Sussex
  "940": "NNH", // North Northamptonshire
  "941": "WNH", // West Northamptonshire
  "942": "CUM", // Cumberland
  "943": "WMF", // Westmorland and Furness
};
