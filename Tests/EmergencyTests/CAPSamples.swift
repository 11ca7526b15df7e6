/// The examples of CAP 1.2's appendix A (OASIS Standard, 1 July 2010), shortened, and two Vietnamese ones.
enum CAPSamples {
  static let all: [(name: String, xml: String)] = [
    ("security", security), ("thunderstorm", thunderstorm), ("earthquake", earthquake), ("amber", amber),
    ("lũ quét", flashFlood), ("bão", typhoon),
  ]

  static let security = """
    <?xml version = "1.0" encoding = "UTF-8"?>
    <alert xmlns = "urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>43b080713727</identifier>
      <sender>hsas@dhs.gov</sender>
      <sent>2003-04-02T14:39:01-05:00</sent>
      <status>Actual</status>
      <msgType>Alert</msgType>
      <scope>Public</scope>
      <info>
        <category>Security</category>
        <event>Homeland Security Advisory System Update</event>
        <urgency>Immediate</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <senderName>U.S. Government, Department of Homeland Security</senderName>
        <headline>Homeland Security Sets Code ORANGE</headline>
        <description>The Department of Homeland Security has elevated the Homeland Security Advisory System threat level
    to ORANGE / High in response to intelligence which may indicate a heightened threat of terrorism.</description>
        <instruction> A High Condition is declared when there is a high risk of terrorist attacks. In addition to the
    Protective Measures taken in the previous Threat Conditions, Federal departments and agencies should consider
    agency-specific Protective Measures in accordance with their existing plans.</instruction>
        <web>http://www.dhs.gov/dhspublic/display?theme=29</web>
        <parameter><valueName>HSAS</valueName><value>ORANGE</value></parameter>
        <resource>
          <resourceDesc>Image file (GIF)</resourceDesc>
          <mimeType>image/gif</mimeType>
          <uri>http://www.dhs.gov/dhspublic/getAdvisoryImage</uri>
        </resource>
        <area><areaDesc>U.S. nationwide and interests worldwide</areaDesc></area>
      </info>
    </alert>
    """

  static let thunderstorm = """
    <?xml version = "1.0" encoding = "UTF-8"?>
    <alert xmlns = "urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>KSTO1055887203</identifier>
      <sender>KSTO@NWS.NOAA.GOV</sender>
      <sent>2003-06-17T14:57:00-07:00</sent>
      <status>Actual</status>
      <msgType>Alert</msgType>
      <scope>Public</scope>
      <info>
        <category>Met</category>
        <event>SEVERE THUNDERSTORM</event>
        <responseType>Shelter</responseType>
        <urgency>Immediate</urgency>
        <severity>Severe</severity>
        <certainty>Observed</certainty>
        <eventCode><valueName>SAME</valueName><value>SVR</value></eventCode>
        <expires>2003-06-17T16:00:00-07:00</expires>
        <senderName>NATIONAL WEATHER SERVICE SACRAMENTO CA</senderName>
        <headline>SEVERE THUNDERSTORM WARNING</headline>
        <description> AT 254 PM PDT...NATIONAL WEATHER SERVICE DOPPLER RADAR INDICATED A SEVERE THUNDERSTORM OVER SOUTH
    CENTRAL ALPINE COUNTY...OR ABOUT 18 MILES SOUTHEAST OF KIRKWOOD...MOVING SOUTHWEST AT 5 MPH. HAIL...INTENSE RAIN AND
    STRONG DAMAGING WINDS ARE LIKELY WITH THIS STORM.</description>
        <instruction>TAKE COVER IN A SUBSTANTIAL SHELTER UNTIL THE STORM PASSES.</instruction>
        <contact>BARUFFALDI/JUSKIE</contact>
        <area>
          <areaDesc>EXTREME NORTH CENTRAL TUOLUMNE COUNTY IN CALIFORNIA, EXTREME NORTHEASTERN CALAVERAS COUNTY IN
    CALIFORNIA, SOUTHWESTERN ALPINE COUNTY IN CALIFORNIA</areaDesc>
          <polygon>38.47,-120.14 38.34,-119.95 38.52,-119.74 38.62,-119.89 38.47,-120.14</polygon>
          <geocode><valueName>SAME</valueName><value>006109</value></geocode>
          <geocode><valueName>SAME</valueName><value>006009</value></geocode>
          <geocode><valueName>SAME</valueName><value>006003</value></geocode>
        </area>
      </info>
    </alert>
    """

  static let earthquake = """
    <?xml version = "1.0" encoding = "UTF-8"?>
    <alert xmlns = "urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>TRI13970876.2</identifier>
      <sender>trinet@caltech.edu</sender>
      <sent>2003-06-11T20:56:00-07:00</sent>
      <status>Actual</status>
      <msgType>Update</msgType>
      <scope>Public</scope>
      <references>trinet@caltech.edu,TRI13970876.1,2003-06-11T20:30:00-07:00</references>
      <info>
        <category>Geo</category>
        <event>Earthquake</event>
        <urgency>Past</urgency>
        <severity>Minor</severity>
        <certainty>Observed</certainty>
        <senderName>Southern California Seismic Network (TriNet) operated by Caltech and USGS</senderName>
        <headline>EQ 3.4 Imperial County CA</headline>
        <description>A minor earthquake measuring 3.4 on the Richter scale occurred near Brawley, California at 8:30 PM
    Pacific Daylight Time on Wednesday, June 11, 2003. (This event has now been reviewed by a seismologist)</description>
        <web>http://www.trinet.org/scsn/scsn.html</web>
        <parameter><valueName>EventID</valueName><value>13970876</value></parameter>
        <parameter><valueName>Version</valueName><value>1</value></parameter>
        <parameter><valueName>Magnitude</valueName><value>3.4 Ml</value></parameter>
        <parameter><valueName>Depth</valueName><value>11.8 mi.</value></parameter>
        <parameter><valueName>Quality</valueName><value>Excellent</value></parameter>
        <area>
          <areaDesc>1 mi. WSW of Brawley, CA; 11 mi. N of El Centro, CA; 30 mi. E of OCOTILLO (quarry); 1 mi. N of the
    Imperial Fault</areaDesc>
          <circle>32.9525,-115.5527 0</circle>
        </area>
      </info>
    </alert>
    """

  static let amber = """
    <?xml version = "1.0" encoding = "UTF-8"?>
    <alert xmlns = "urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>KAR0-0306112239-SW</identifier>
      <sender>KARO@CLETS.DOJ.CA.GOV</sender>
      <sent>2003-06-11T22:39:00-07:00</sent>
      <status>Actual</status>
      <msgType>Alert</msgType>
      <source>SW</source>
      <scope>Public</scope>
      <info>
        <language>en-US</language>
        <category>Rescue</category>
        <event>Child Abduction</event>
        <urgency>Immediate</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <eventCode><valueName>SAME</valueName><value>CAE</value></eventCode>
        <senderName>Los Angeles Police Dept - LAPD</senderName>
        <headline>Amber Alert in Los Angeles County</headline>
        <description>DATE/TIME: 06/11/03, 1915 HRS. VICTIM(S): KHAYRI DOE JR. M/B BLK/BRO 3'0", 40 LBS. LIGHT COMPLEXION.
    DOB 06/24/01. WEARING RED SHORTS, WHITE T-SHIRT, W/BLUE COLLAR.</description>
        <contact>DET. SMITH, 77TH DIV, LOS ANGELES POLICE DEPT-LAPD AT 213 485-2389</contact>
        <area>
          <areaDesc>Los Angeles County</areaDesc>
          <geocode><valueName>SAME</valueName><value>006037</value></geocode>
        </area>
      </info>
      <info>
        <language>es-US</language>
        <category>Rescue</category>
        <event>Abducción de Niño</event>
        <urgency>Immediate</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <eventCode><valueName>SAME</valueName><value>CAE</value></eventCode>
        <senderName>Departamento de Policía de Los Ángeles - LAPD</senderName>
        <headline>Alerta Amber en el condado de Los Ángeles</headline>
        <description>DATE/TIME: 06/11/03, 1915 HORAS. VÍCTIMAS: KHAYRI DOE JR. M/B BLK/BRO 3'0", 40 LIBRAS. TEZ
    LIGERA.</description>
        <contact>DET. SMITH, 77TH DIV, LOS ANGELES POLICE DEPT-LAPD AT 213 485-2389</contact>
        <area>
          <areaDesc>condado de Los Ángeles</areaDesc>
          <geocode><valueName>SAME</valueName><value>006037</value></geocode>
        </area>
      </info>
    </alert>
    """

  static let flashFlood = """
    <?xml version="1.0" encoding="UTF-8"?>
    <cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      <cap:identifier>VN-QNM-20261120-0530</cap:identifier>
      <cap:sender>canhbao@phongchongthientai.vn</cap:sender>
      <cap:sent>2026-11-20T05:30:00+07:00</cap:sent>
      <cap:status>Actual</cap:status>
      <cap:msgType>Alert</cap:msgType>
      <cap:scope>Public</cap:scope>
      <cap:incidents>"mưa lũ 11/2026" QNM-7</cap:incidents>
      <cap:info>
        <cap:language>vi-VN</cap:language>
        <cap:category>Met</cap:category>
        <cap:category>Geo</cap:category>
        <cap:event>Lũ quét</cap:event>
        <cap:responseType>Evacuate</cap:responseType>
        <cap:urgency>Immediate</cap:urgency>
        <cap:severity>Extreme</cap:severity>
        <cap:certainty>Observed</cap:certainty>
        <cap:effective>2026-11-20T05:30:00+07:00</cap:effective>
        <cap:onset>2026-11-20T06:00:00+07:00</cap:onset>
        <cap:expires>2026-11-20T12:00:00+07:00</cap:expires>
        <cap:senderName>Ban Chỉ huy phòng thủ dân sự huyện</cap:senderName>
        <cap:headline>Cảnh báo lũ quét xã Trà Leng</cap:headline>
        <cap:description>Mưa 180 mm trong 3 giờ qua; nước suối Leng đang lên rất nhanh.</cap:description>
        <cap:instruction>Bà con ven suối sơ tán ngay lên nhà văn hóa thôn 2. Không qua ngầm, cầu treo.</cap:instruction>
        <cap:web>https://phongchongthientai.vn/canh-bao/0530</cap:web>
        <cap:area>
          <cap:areaDesc>Xã Trà Leng</cap:areaDesc>
          <cap:polygon>15.25,108.00 15.25,108.10 15.35,108.10 15.35,108.00 15.25,108.00</cap:polygon>
          <cap:geocode><cap:valueName>GSO</cap:valueName><cap:value>20695</cap:value></cap:geocode>
          <cap:altitude>1200</cap:altitude>
          <cap:ceiling>4100.5</cap:ceiling>
        </cap:area>
      </cap:info>
      <ds:Signature><ds:SignedInfo><ds:Reference URI=""><ds:DigestValue>q1w2</ds:DigestValue></ds:Reference></ds:SignedInfo>
        <cap:identifier>not this one</cap:identifier></ds:Signature>
    </cap:alert>
    """

  static let typhoon = """
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>VN-TTDB-BAO12-07</identifier>
      <sender>dubao@nchmf.gov.vn</sender>
      <sent>2026-11-20T04:00:00-00:00</sent>
      <status>Actual</status>
      <msgType>Update</msgType>
      <scope>Public</scope>
      <references>dubao@nchmf.gov.vn,VN-TTDB-BAO12-06,2026-11-19T22:00:00-00:00</references>
      <info>
        <language>en</language>
        <category>Met</category>
        <event>Typhoon</event>
        <urgency>Expected</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <headline>Typhoon No. 12</headline>
        <area><areaDesc>Đà Nẵng - Quảng Ngãi</areaDesc><circle>16.05,108.20 150</circle></area>
      </info>
      <info>
        <language>vi</language>
        <category>Met</category>
        <event>Bão số 12</event>
        <urgency>Expected</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <expires>2026-11-21T04:00:00-00:00</expires>
        <headline>Tin bão khẩn cấp, cơn bão số 12</headline>
        <description><![CDATA[Tâm bão cách Đà Nẵng 210 km; gió giật cấp 15 & sóng biển cao 7 m.]]></description>
        <instruction>Tàu thuyền không ra khơi. Chằng chống nhà cửa trước 17 giờ.</instruction>
        <area><areaDesc>Đà Nẵng - Quảng Ngãi</areaDesc><circle>16.05,108.20 150</circle></area>
      </info>
    </alert>
    """
}
